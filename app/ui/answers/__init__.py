"""An answer: its words, its citations, and how far it is while its run goes on."""
