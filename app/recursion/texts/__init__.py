"""What is read from text alone: figures, names, tables, the words of a language."""
