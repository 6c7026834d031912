"""Theme, icons, size of text."""
