"""People and what they may change about themselves."""

import re
import zoneinfo
from dataclasses import dataclass
from functools import cache

from auth.domain import refusals

DEFAULT_ZONE = "UTC"
DEFAULT_LOCALE = "en"
_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


@dataclass(frozen=True)
class Account:
    """What Spotify says about somebody. `identity` stays the same for ever; `legacy` is an older form of it, if any."""

    identity: str
    legacy: str | None
    name: str
    picture: str | None


@cache
def time_zones() -> frozenset[str]:
    """The names of the IANA database."""
    return frozenset(zoneinfo.available_timezones()) - {"localtime", "posixrules", "Factory"}


def is_time_zone(name: str) -> bool:
    """Whether `name` is an IANA time zone."""
    return name in time_zones()


def is_locale(tag: str) -> bool:
    """Whether `tag` is language, script and region as BCP 47 writes them."""
    return _LOCALE.fullmatch(tag) is not None


def check_time_zone(name: str) -> None:
    """Raise a refusal unless `name` is an IANA time zone."""
    if not is_time_zone(name):
        raise refusals.invalid_time_zone()


def check_locale(tag: str) -> None:
    """Raise a refusal unless `tag` is a language tag."""
    if not is_locale(tag):
        raise refusals.invalid_locale()
