"""What Nachklang is measured against: an analyst's DuckDB, and a web server that does nothing but send bytes."""
