"""The page and the picture of a public share: words, numbers and their order. Pure."""
