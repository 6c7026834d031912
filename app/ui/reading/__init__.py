"""The viewer in its place: one document or two, and what leads to a passage."""
