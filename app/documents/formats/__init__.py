"""Files of every format, opened and written. Runs in the parser process only."""
