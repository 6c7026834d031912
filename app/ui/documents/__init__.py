"""The documents of a matter as they are listed, and files on their way to become some."""
