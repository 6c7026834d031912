"""What is read from a document's text alone: sentences, references, numbers, defined terms."""
