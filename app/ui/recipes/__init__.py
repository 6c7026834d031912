"""The recipes: reading them, and editing and keeping one's own."""
