"""Tables: documents by questions, every cell a run of its own over that one document."""
