"""From a question to a run, and a run on show in every panel."""
