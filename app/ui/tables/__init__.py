"""Documents by questions, and the dates of all documents in order."""
