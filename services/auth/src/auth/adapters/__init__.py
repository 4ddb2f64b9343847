"""MariaDB, Spotify and the cipher behind the ports."""
