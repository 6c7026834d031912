"""The sandboxed REPL, and what goes into it and comes out of it."""
