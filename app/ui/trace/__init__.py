"""The trace of a run: its turns, cells and sub-calls, and what each of them said."""
