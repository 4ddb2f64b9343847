"""Numbers, durations and days as the page writes them (web/src/lib/format.ts): both by CLDR, durations cut, never
rounded."""

from datetime import date

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal

_NARROW = "\u202f"
_NO_BREAK = "\u00a0"
_SECOND = 1000
_MINUTE = 60 * _SECOND
_HOUR = 60 * _MINUTE
_DAY_SHORT = "yMMMd"
"""The parts of a day for which CLDR has a pattern in every language: year, short month, day."""


def count(value: int, locale: Locale) -> str:
    """1,284 or 1.284; never shortened."""
    return format_decimal(value, locale=locale)


def duration(ms: int, locale: Locale) -> str:
    """31 h 12 min, below an hour 12 min, below a minute 48 s."""
    return _NARROW.join(figure(ms, locale))


def figure(ms: int, locale: Locale) -> tuple[str, str]:
    """The one large number, and what stands small behind it: 1,284 and h 36 min."""
    if ms < _MINUTE:
        return str(ms // _SECOND), "s"
    minutes = ms % _HOUR // _MINUTE
    if ms < _HOUR:
        return str(minutes), "min"
    return count(ms // _HOUR, locale), f"h{_NO_BREAK}{minutes}{_NARROW}min"


def day(text: str, locale: Locale) -> str:
    """24 Nov 2025 or 24. Nov. 2025, of a day YYYY-MM-DD."""
    return format_skeleton(_DAY_SHORT, date.fromisoformat(text), locale=locale).replace(" ", _NO_BREAK)
