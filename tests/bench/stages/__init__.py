"""One file, one stage of a run: what is done to the stack, and the figures that come of it."""
