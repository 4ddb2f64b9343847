"""The double's HTTP side: accounts (OAuth), the Web API, the open site (embeds, pictures) and the switches."""
