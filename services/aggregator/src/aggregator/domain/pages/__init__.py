"""The plays behind a number, page by page."""
