"""The Recursive Language Model: a question in, events and an answer out."""
