"""Where an invitation is taken, or a password set anew: made by auth and the gateway, read by the page."""


def join_link(public_url: str, code: str) -> str:
    """The secret is in the fragment of the address, which browsers send to nobody and so no log holds."""
    return f"{public_url.rstrip('/')}/join/#{code}"
