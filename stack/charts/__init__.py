"""What the charts take from elsewhere in the repository, written beside them as files: `python -m stack.charts`."""
