"""What sign-in, people and tokens mean; pure."""
