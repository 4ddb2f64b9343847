"""Families of devices: what the raw text in `platform` stands for."""

import re

FAMILIES = (
    ("car", r"car|carthing|car thing|android auto|automotive|tesla"),
    ("watch", r"watch\w*|\w*watch|garmin|wear|wearos"),
    ("console", r"ps[345]|playstation|xbox"),
    ("web", r"web player|webplayer"),
    ("tv", r"tv|android tv|androidtv|appletv|roku|fire tv|tizen|webos"),
    ("speaker", r"cast|chromecast|sonos|echo|alexa|google home|speaker|audio"),
    ("tablet", r"ipad\w*|tablet"),
    ("phone", r"iphone\w*|ios|android"),
    ("computer", r"windows|os x|osx|macos|linux"),
)
"""Each with the words that tell it; the first family that fits is the one."""


def platform_family(text: str) -> str:
    """The family, whatever the case; "other" for what no family knows."""
    words = re.sub(r"[^a-z0-9]+", " ", text.lower())
    for family, pattern in FAMILIES:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words):
            return family
    return "other"
