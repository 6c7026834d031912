"""What is done beside the main thread, or in it a little at a time."""
