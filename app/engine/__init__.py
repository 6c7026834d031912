"""Text in, text out, on this machine: the Engine protocol and llama.cpp behind it."""
