"""What the picture of a share says, and the head of its page: the same lines."""

from typing import NamedTuple

from contracts.messages.wrapped import Wrapped
from gateway.domain.share.language import Language
from gateway.domain.share.numbers import day, duration, figure


class Favourite(NamedTuple):
    """A favourite: what it is, its name, whose it is (of songs), how long it was played."""

    label: str
    name: str
    by: str | None
    time: str


class Card(NamedTuple):
    """The lines of a picture. `figure` is the number of hours, `unit` the rest of the total."""

    owner: str
    window: str
    label: str
    figure: str
    unit: str
    song: Favourite | None
    artist: Favourite | None


def card_of(answer: Wrapped, name: str, language: Language) -> Card:
    """The card of `answer`, which belongs to somebody called `name`."""
    words, locale = language.words, language.locale
    track, artist = answer.favourites.track, answer.favourites.artist
    number, unit = figure(answer.totals.ms_played, locale)
    return Card(
        owner=words.owner.format(name=name),
        window=window_of(answer, language),
        label=words.total,
        figure=number,
        unit=unit,
        song=Favourite(words.song, track.title, track.artist, duration(track.ms_played, locale)) if track else None,
        artist=Favourite(words.artist, artist.name, None, duration(artist.ms_played, locale)) if artist else None,
    )


def window_of(answer: Wrapped, language: Language) -> str:
    """Both days, as the page writes them."""
    if answer.first_day is None or answer.last_day is None:
        return language.words.everything
    return f"{day(answer.first_day, language.locale)} – {day(answer.last_day, language.locale)}"
