"""The public HTTP interface and the page."""
