"""What runs in a child process: requests are read and answered."""
