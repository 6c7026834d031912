"""The matter on the desk: its file, its documents and the history of its runs."""
