"""What an export is and what its rows say. Pure: no broker, no database, no clock of its own."""
