"""The systems that are compared. Each is a module with a class that follows `base.System`."""
