"""The operations of the interface, one file per resource; each is declared once, and served and described by that."""
