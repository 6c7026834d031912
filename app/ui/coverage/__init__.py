"""Which pages were read, in one run or in all."""
