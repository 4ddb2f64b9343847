"""Other sources of 30-second samples, off unless the operator turns them on."""
