"""Small widgets and helpers that every panel uses."""
