"""Whose samples of a track may play: the enricher finds them, and the gateway lets browsers."""

from typing import Literal, get_args

OtherSource = Literal["deezer", "itunes"]
SampleSource = Literal["spotify", "deezer", "itunes"]

OTHER_SOURCES: tuple[OtherSource, ...] = get_args(OtherSource)


def other_sources(text: str) -> tuple[OtherSource, ...]:
    """The sources beside Spotify that an operator allows, in their order: names by commas or blanks, each once.

    Raises ValueError for what is none.
    """
    known = {str(source): source for source in OTHER_SOURCES}
    names = dict.fromkeys(text.replace(",", " ").split())
    for name in names:
        if name not in known:
            raise ValueError(f"{name!r} is no source of samples; there are: {', '.join(known)}")
    return tuple(known[name] for name in names)
