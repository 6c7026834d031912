"""The calls of the model on slices: what it is shown, what it finds, how it judges."""
