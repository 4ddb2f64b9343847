"""Pieces of HTML that the page of a share is made of. Every text from data goes through `escape`."""

from collections.abc import Iterable, Sequence
from html import escape

from babel import Locale

from contracts.messages.questions import By
from gateway.domain.me_view import Picture
from gateway.domain.share.card import Favourite
from gateway.domain.share.numbers import count, duration
from gateway.domain.toplists_view import RankedAlbum, RankedArtist, RankedShow, RankedTrack

Entry = RankedTrack | RankedArtist | RankedAlbum | RankedShow

MARK = (
    '<svg viewBox="0 0 31 26" aria-hidden="true"><rect width="5.2" height="26" rx="2.6"/>'
    '<rect x="9" y="3.5" width="4.2" height="19" rx="2.1"/><rect x="16.6" y="6.5" width="3.2" height="13" rx="1.6"/>'
    '<rect x="23" y="8.8" width="2.4" height="8.4" rx="1.2"/>'
    '<rect x="28.6" y="10.6" width="1.8" height="4.8" rx=".9"/></svg>'
)
_RINGS = (
    '<svg viewBox="0 0 100 100" aria-hidden="true"><circle cx="50" cy="50" r="12" stroke="var(--h4)"/>'
    '<circle cx="50" cy="50" r="24" stroke="var(--h3)"/><circle cx="50" cy="50" r="36" stroke="var(--h2)"/>'
    '<circle cx="50" cy="50" r="48" stroke="var(--h1)"/></svg>'
)


def art(picture: Picture | None) -> str:
    """A picture in the place kept for it, rings where there is none. It says nothing that does not stand beside it."""
    if picture is None or not is_web(picture.url):
        return f'<span class="art">{_RINGS}</span>'
    return f'<span class="art"><img src="{escape(picture.url)}" alt="" referrerpolicy="no-referrer"></span>'


def favourite(shown: Favourite, picture: Picture | None, link: str | None, open_label: str) -> str:
    """One of the three things on top."""
    by = f'<p class="by"><bdi>{escape(shown.by)}</bdi></p>' if shown.by else ""
    door = (
        f'<p><a class="link" href="{escape(link)}" rel="noreferrer">{escape(open_label)}</a></p>'
        if link and is_web(link)
        else ""
    )
    return (
        f'<section><p class="what">{escape(shown.label)}</p>{art(picture)}'
        f'<p class="name"><bdi>{escape(shown.name)}</bdi></p>{by}'
        f'<p class="time">{escape(shown.time)}</p>{door}</section>'
    )


def toplist(title: str, entries: Sequence[Entry], by: By, locale: Locale, source: str) -> str:
    """A list in the order of `by`, nothing where it is empty. The bars are shares of the first entry.

    `source` is the word of the link to where an entry's picture and names are from.
    """
    if not entries:
        return ""
    most = _measured(entries[0], by)
    rows = "".join(_row(entry, by, most, locale, source) for entry in entries)
    return f"<section><h2>{escape(title)}</h2><ol>{rows}</ol></section>"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Numbers with what they count."""
    told = "".join(f"<div><dt>{escape(what)}</dt><dd>{escape(number)}</dd></div>" for what, number in pairs)
    return f'<dl class="facts">{told}</dl>'


def is_web(url: str) -> bool:
    """Whether `url` can stand in a page: nothing but the web's own kinds of addresses."""
    return url.startswith(("https://", "http://"))


def _measured(entry: Entry, by: By) -> int:
    return entry.ms_played if by == "time" else entry.streams


def _row(entry: Entry, by: By, most: int, locale: Locale, source: str) -> str:
    title = entry.title if isinstance(entry, RankedTrack | RankedAlbum) else entry.name
    artist = entry.artist if isinstance(entry, RankedTrack | RankedAlbum) else None
    picture = entry.image if isinstance(entry, RankedArtist) else entry.cover
    of = f"<bdi>{escape(artist)}</bdi> " if artist else ""
    if entry.link and is_web(entry.link):
        label = f' aria-label="{escape(title)}: {escape(source)}"'
        of += f'<a class="source" href="{escape(entry.link)}" rel="noreferrer"{label}>{escape(source)}</a>'
    value = _measured(entry, by)
    told = duration(value, locale) if by == "time" else f"{count(value, locale)}×"
    return (
        f'<li class="row"><span class="rank">{entry.rank}</span>{art(picture)}'
        f'<div><p class="title"><bdi>{escape(title)}</bdi></p><p class="of">{of}</p>'
        f'<meter max="{max(most, 1)}" value="{value}" aria-hidden="true"></meter></div>'
        f'<span class="long">{escape(told)}</span></li>'
    )
