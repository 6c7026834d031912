"""A run becomes a file that someone else can read."""
