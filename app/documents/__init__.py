"""A file becomes a Document: opening, layout, search, and the parser process."""
