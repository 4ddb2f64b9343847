"""One file, one figure: what is measured, in which unit, and what it must reach."""
