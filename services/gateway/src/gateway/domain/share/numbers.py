"""Numbers, durations and days as the page writes them (web/src/lib/format.ts): cut, never rounded."""

from datetime import date

from gateway.domain.share.language import Language

_NARROW = "\u202f"
_NO_BREAK = "\u00a0"
_SECOND = 1000
_MINUTE = 60 * _SECOND
_HOUR = 60 * _MINUTE
_GROUP = {"en": ",", "de": "."}
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
}


def count(value: int, language: Language) -> str:
    """1,284 or 1.284; never shortened."""
    return f"{value:,}".replace(",", _GROUP[language])


def duration(ms: int, language: Language) -> str:
    """31 h 12 min, below an hour 12 min, below a minute 48 s."""
    if ms < _MINUTE:
        return f"{ms // _SECOND}{_NARROW}s"
    minutes = f"{ms % _HOUR // _MINUTE}{_NARROW}min"
    return f"{count(ms // _HOUR, language)}{_NARROW}h{_NO_BREAK}{minutes}" if ms >= _HOUR else minutes


def figure(ms: int, language: Language) -> tuple[str, str]:
    """The one large number, and what stands small behind it: 1,284 and h 36 min."""
    number, _, rest = duration(ms, language).partition(_NARROW)
    return number, rest


def day(text: str, language: Language) -> str:
    """24 Nov 2025 or 24. Nov. 2025, of a day YYYY-MM-DD."""
    of = date.fromisoformat(text)
    point = "." if language == "de" else ""
    return f"{of.day}{point}{_NO_BREAK}{_MONTHS[language][of.month - 1]}{_NO_BREAK}{of.year}"
