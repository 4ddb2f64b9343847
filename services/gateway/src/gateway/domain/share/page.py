"""The page of a public share, and the one for an address that has none: whole HTML documents without any script."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

from gateway.domain.share.card import Card
from gateway.domain.share.language import Language
from gateway.domain.share.numbers import count, day
from gateway.domain.share.parts import MARK, Entry, facts, favourite, toplist
from gateway.domain.share.words import Words
from gateway.domain.wrapped_view import WrappedView


class Shown(NamedTuple):
    """What a share's page shows: the report with its media, its card, where it stands and since when."""

    report: WrappedView
    card: Card
    url: str
    created_at: datetime
    language: Language


def page_of(shown: Shown, css: str) -> str:
    """The page of a share."""
    words, card = shown.language.words, shown.card
    title = f"{card.owner} · {card.window}"
    total = f"{card.label}: {card.figure} {card.unit}"
    parts = [total, *(f"{of.name} – {of.time}" for of in (card.song, card.artist) if of)]
    body = (
        f'<p class="owner">{_named(words.owner, shown.report.person.name)}</p><h1>{escape(card.window)}</h1>'
        f"{_favourites(shown, words)}{_lists(shown, words)}{_facts(shown, words)}{_foot(shown, words)}"
    )
    return _document(title, _preview(shown, title, " · ".join(parts)), css, shown.language, body)


def no_page(language: Language, css: str) -> str:
    """The page for every address that has no share, whatever the reason."""
    words = language.words
    body = (
        f'<h1>{escape(words.gone)}</h1><p class="nothing">{escape(words.gone_why)}</p>'
        f'<p class="nothing"><a href="/">{escape(words.start)}</a></p>'
    )
    return _document(words.gone, "", css, language, body)


def _document(title: str, head: str, css: str, language: Language, body: str) -> str:
    about = escape(language.words.about)
    return (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)} · Nachklang</title>{head}<style>{css}</style></head><body>"
        f'<header class="top"><a class="brand" href="/" title="{about}">{MARK}Nachklang</a></header>'
        f"<main>{body}</main></body></html>"
    )


def _preview(shown: Shown, title: str, description: str) -> str:
    """What others show beside a link (ogp.me); addresses are absolute."""
    properties = {
        "og:type": "website",
        "og:site_name": "Nachklang",
        "og:title": title,
        "og:description": description,
        "og:url": shown.url,
        "og:image": f"{shown.url}.png?lang={shown.language.code}",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": f"{title}. {description}",
        "og:locale": str(shown.language.locale),
    }
    told = "".join(f'<meta property="{name}" content="{escape(text)}">' for name, text in properties.items())
    described = f'<meta name="description" content="{escape(description)}">'
    return f'{told}{described}<meta name="twitter:card" content="summary_large_image">'


def _favourites(shown: Shown, words: Words) -> str:
    card, best = shown.card, shown.report.favourites
    song = (
        favourite(card.song, best.track.cover, best.track.link, words.open_spotify) if card.song and best.track else ""
    )
    artist = (
        favourite(card.artist, best.artist.image, best.artist.link, words.open_spotify)
        if card.artist and best.artist
        else ""
    )
    total = (
        f'<section><p class="what">{escape(card.label)}</p><p class="figure">{escape(card.figure)}</p>'
        f'<p class="unit">{escape(card.unit)}</p></section>'
    )
    nothing = "" if shown.report.totals.plays else f'<p class="nothing">{escape(words.nothing)}</p>'
    return f'{nothing}<div class="trio">{song}{artist}{total}</div>'


def _lists(shown: Shown, words: Words) -> str:
    report = shown.report
    lists: tuple[tuple[str, Sequence[Entry]], ...] = (
        (words.tracks, report.top_tracks),
        (words.artists, report.top_artists),
        (words.albums, report.top_albums),
        (words.shows, report.top_shows),
    )
    told = "".join(toplist(title, entries, report.by, shown.language.locale, words.source) for title, entries in lists)
    return f'<div class="lists">{told}</div>'


def _facts(shown: Shown, words: Words) -> str:
    totals, locale = shown.report.totals, shown.language.locale
    numbers = (
        (words.plays, totals.plays),
        (words.streams, totals.streams),
        (words.different_tracks, totals.tracks),
        (words.different_artists, totals.artists),
        (words.days, totals.days),
    )
    return facts((what, count(number, locale)) for what, number in numbers)


def _foot(shown: Shown, words: Words) -> str:
    name, since = shown.report.person.name, day(f"{shown.created_at:%Y-%m-%d}", shown.language.locale)
    told = (_named(words.frozen, name, day=since), _named(words.counted, name), escape(words.sources))
    return f'<footer class="foot">{"".join(f"<p>{text}</p>" for text in told)}</footer>'


def _named(template: str, name: str, **others: str) -> str:
    """A sentence with a name in it, which keeps to its own direction."""
    return escape(template).format(name=f"<bdi>{escape(name)}</bdi>", **others)
