"""What the model's code can call."""
