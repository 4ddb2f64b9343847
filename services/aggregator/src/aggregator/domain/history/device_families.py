"""Families of devices, from the many ways in which exports name a platform."""

from typing import get_args

import numpy as np
import numpy.typing as npt
import polars as pl

from aggregator.domain.history.catalogue import categories_of
from contracts.messages.habits import Platform

FAMILIES: tuple[Platform, ...] = get_args(Platform)

_SIGNS: tuple[tuple[Platform, tuple[str, ...]], ...] = (
    ("car", ("android auto", "android_auto", "carthing", "car thing", "carplay", "automotive", "tesla")),
    ("watch", ("watch", "garmin", "wear")),
    ("console", ("playstation", "ps3", "ps4", "ps5", "xbox")),
    ("tv", ("android tv", "android_tv", "androidtv", "appletv", "cast_tv", "roku", "firetv", "tizen", "webos")),
    ("speaker", ("cast", "sonos", "echo", "alexa", "google home", "google_home", "speaker", "partner audio")),
    ("web", ("web_player", "web player", "webplayer")),
    ("tablet", ("ipad", "tablet")),
    ("phone", ("iphone", "ios", "android")),
    ("computer", ("windows", "os x", "osx", "macos", "linux")),
)
"""What a family is known by, anywhere in the name; the first one that fits decides."""

_WORDS: tuple[tuple[Platform, str], ...] = (("tv", "tv"), ("car", "car"))
"""What a family is known by as a word of its own, where no sign fits."""


def platform_family(text: str) -> Platform:
    """The family of devices of a platform as an export names it; "other" for names without any known sign."""
    lower = text.casefold()
    for family, signs in _SIGNS:
        if any(sign in lower for sign in signs):
            return family
    words = "".join(letter if letter.isalnum() else " " for letter in lower).split()
    return next((family for family, word in _WORDS if word in words), "other")


def family_numbers(platform: pl.Series) -> npt.NDArray[np.int8]:
    """The place in FAMILIES of each platform of a column of Enums; len(FAMILIES) where it is missing."""
    names = categories_of(platform).to_list()
    families = np.array([FAMILIES.index(platform_family(name)) for name in names] + [len(FAMILIES)], np.int8)
    numbers: npt.NDArray[np.int8] = families[platform.to_physical().cast(pl.Int64).fill_null(-1).to_numpy()]
    return numbers
