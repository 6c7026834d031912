"""The models on this machine: which there are, what they need, and where they are had."""
