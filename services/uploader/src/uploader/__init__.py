"""The bytes of an export become plays."""
