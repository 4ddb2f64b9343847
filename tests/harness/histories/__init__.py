"""Made-up listening histories in every format that Spotify exports; the same seed gives the same bytes.

A `Person` listens (`listens`) to a `Catalogue`; `files` writes plays as JSON files, `packages` as zips, `broken` makes
bad input.
"""
