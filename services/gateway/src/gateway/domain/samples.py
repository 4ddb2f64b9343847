"""Where samples play whose addresses soon end."""


def sample_path(key: str) -> str:
    """Where the sample of a track plays, by its media key."""
    return f"/api/v1/samples/{key}"
