"""Spotify: its Web API with the application's own credentials, its oEmbed without any."""
