"""Samples of other sources than Spotify: which an operator may allow, and where those play whose addresses soon end."""

SOURCES = ("deezer", "itunes")


def sample_path(key: str) -> str:
    """Where the sample of a track plays, by its media key."""
    return f"/api/v1/samples/{key}"


def allowed_sources(names: tuple[str, ...]) -> tuple[str, ...]:
    """The sources that are named, each once. Raises ValueError for what is none."""
    for name in names:
        if name not in SOURCES:
            raise ValueError(f"{name!r} is no source of samples; there are: {', '.join(SOURCES)}")
    return tuple(dict.fromkeys(names))
