"""Search: passages, ranked by their words and by what they mean."""
