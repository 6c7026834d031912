"""Which models there are, which answers, and how one is fetched."""
