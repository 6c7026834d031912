"""The engine on llama.cpp: many prompts read at once, what they share read once."""
