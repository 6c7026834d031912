"""What goes between the program and its child processes: messages, and shared memory."""
