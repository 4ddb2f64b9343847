"""The page and the picture of a share: what stands there, and that data stay data."""

import io
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

import gateway
from contracts.messages.toplists import Favourites, TopAlbum, TopShow
from contracts.messages.wrapped import Wrapped
from gateway.adapters.share_picture import SharePicture
from gateway.adapters.share_type import Typeface
from gateway.domain.me_view import Picture
from gateway.domain.media import Media
from gateway.domain.media_items import items_of
from gateway.domain.share.card import Card, Favourite, card_of
from gateway.domain.share.language import Language
from gateway.domain.share.page import Shown, no_page, page_of
from gateway.domain.viewing import Whose
from gateway.domain.wrapped_mapping import wrapped_of
from tests.unit.gateway.answers import answers, small_answer
from tests.unit.gateway.languages import DE, EN, LANGUAGES

PACKAGE = Path(gateway.__file__).parent
STYLES = PACKAGE.parents[1] / "web" / "styles"
TAGS = {
    "a", "article", "bdi", "body", "circle", "dd", "div", "dl", "dt", "footer", "h1", "h2", "head", "header", "html",
    "img", "li", "main", "meta", "meter", "ol", "p", "rect", "section", "span", "style", "svg", "title",
}  # fmt: skip


class Seen(HTMLParser):
    """The tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def shown(answer: Wrapped, name: str, language: Language, picture: str | None = None, link: str | None = None) -> Shown:
    """A share's page as the handler gathers it; every thing has this picture and link."""
    items = items_of(answer)
    media = Media(picture=Picture(url=picture) if picture else None, link=link)
    known = dict.fromkeys(items.by_key(), media)
    whose = Whose("a" * 32, name, None, answer.time_zone, "other")
    return Shown(
        report=wrapped_of(answer, items, whose, known, "complete"),
        card=card_of(answer, name, language),
        url="https://nachklang.example/s/0",
        created_at=datetime(2026, 11, 24, tzinfo=UTC),
        language=language,
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    answer=answers(),
    name=st.text(max_size=8),
    url=st.text(max_size=12),
    language=st.sampled_from([*LANGUAGES.values()]),
)
def test_data_can_write_no_tag_and_no_attribute(answer: Wrapped, name: str, url: str, language: Language) -> None:
    answer = _with_days(answer)
    for begin in ("", "https://", 'https://"><script>'):
        page = Seen(page_of(shown(answer, name, language, begin + url, begin + url), ""))
        assert {tag for tag, _ in page.tags} <= TAGS
        for _, attributes in page.tags:
            assert not [attribute for attribute in attributes if attribute.startswith("on")]
            for place in ("href", "src"):
                address = attributes.get(place)
                assert address is None or address == "/" or address.startswith("https://")


def test_what_looks_like_tags_is_text_wherever_it_stands() -> None:
    evil = """</title><script>alert("1")</script>"'&<b>"""
    answer = small_answer()
    track = msgspec.structs.replace(answer.top_tracks[0], title=evil, artist=evil, album=evil)
    artist = msgspec.structs.replace(answer.top_artists[0], name=evil)
    same = ("rank", "ms_played", "streams", "plays", "share", "rank_before", "first_played", "last_played")
    sums: dict[str, Any] = {name: getattr(track, name) for name in same} | {"sample_id": None}
    answer = msgspec.structs.replace(
        answer,
        favourites=Favourites(track=track, artist=artist),
        top_tracks=[track],
        top_artists=[artist],
        top_albums=[TopAlbum(title=evil, artist=evil, tracks=1, **sums)],
        top_shows=[TopShow(name=evil, episodes=1, **sums)],
    )
    text = page_of(shown(answer, evil, EN), "")
    assert {tag for tag, _ in Seen(text).tags} <= TAGS
    assert "<script" not in text
    assert Seen(text).texts.count(evil) == 3 + 3 + 2 + 1 + 2 + 1


def _with_days(answer: Wrapped) -> Wrapped:
    return msgspec.structs.replace(answer, first_day="2025-01-01", last_day="2025-01-02")


def test_every_text_of_the_report_stands_on_the_page() -> None:
    page = page_of(shown(small_answer(), "Mara & Co", DE), "")
    assert "Was Mara &amp; Co gehört hat" in page
    texts = Seen(page).texts
    for text in (
        "Treppenhaus",
        "Die Nachbarn",
        "3\u202fmin",
        "Verschiedene Titel",
        "14.\u00a0Nov.\u00a02023 – 14.\u00a0Nov.\u00a02023",
    ):
        assert text in texts


def test_a_report_without_a_play_says_so() -> None:
    answer = small_answer()
    empty = msgspec.structs.replace(
        answer, first_day=None, last_day=None, top_tracks=[], top_artists=[],
        favourites=msgspec.structs.replace(answer.favourites, track=None, artist=None),
        totals=msgspec.structs.replace(answer.totals, ms_played=0, plays=0, streams=0),
    )  # fmt: skip
    texts = Seen(page_of(shown(empty, "Mara", EN), "")).texts
    assert "Nothing was played in these days." in texts
    assert "Everything" in texts


def test_lists_by_streams_show_streams() -> None:
    answer = msgspec.structs.replace(small_answer(), by="streams")
    assert "1×" in Seen(page_of(shown(answer, "Mara", EN), "")).texts


def test_pictures_are_shown_and_rings_where_there_is_none() -> None:
    url = "https://i.scdn.co/image/a?b=1&c=2"
    assert [of["src"] for tag, of in Seen(page_of(shown(small_answer(), "M", EN, url), "")).tags if tag == "img"] == [
        url
    ] * 4
    without = Seen(page_of(shown(small_answer(), "M", EN), "")).tags
    assert not [tag for tag, _ in without if tag == "img"]
    assert len([tag for tag, _ in without if tag == "circle"]) == 4 * 4


def test_beside_every_picture_a_link_leads_to_where_it_is_from() -> None:
    link = "https://open.spotify.com/track/a?b=1&c=2"
    tags = Seen(page_of(shown(small_answer(), "M", EN, "https://i.scdn.co/image/a", link), "")).tags
    assert [of["href"] for tag, of in tags if tag == "a" and of["href"] != "/"] == [link] * 4
    named = [of["aria-label"] for tag, of in tags if of.get("class") == "source"]
    assert named == ["Treppenhaus: Spotify", "Die Nachbarn: Spotify"]


def test_artwork_is_neither_cropped_nor_rounded_more_than_its_owner_allows() -> None:
    css = (PACKAGE / "http" / "share" / "page.css").read_text()
    rules = re.findall(r"([^{}]*\.art[^{}]*)\{([^}]*)\}", css)
    radii = {selector.strip(): int(found[1]) for selector, rule in rules if (found := re.search(r"radius:(\d+)", rule))}
    assert radii == {".art": 8, ".row .art": 4}
    assert re.findall(r"object-fit:([\w-]+)", css) == ["contain"]
    assert not re.findall(r"filter|mix-blend|clip-path|mask|object-position", css)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_the_page_for_nobody_asks_to_be_left_out_of_searches(language: Language) -> None:
    page = no_page(language, "")
    assert '<meta name="robots" content="noindex">' in page
    assert language.words.gone in page


def test_its_colours_are_those_of_the_page() -> None:
    light, dark = re.findall(r"[{]\s*color-scheme: (?:light|dark);(.*?)[}]", _tokens(), re.DOTALL)[:2]
    css = (PACKAGE / "http" / "share" / "page.css").read_text()
    used = re.findall(r"(--[a-z0-9-]+):light-dark\((#\w+),(#\w+)\)", css)
    assert len(used) >= 14
    for name, by_day, by_night in used:
        assert (_colour(light, name), _colour(dark, name)) == (by_day, by_night), name


def _tokens() -> str:
    text = (STYLES / "tokens.css").read_text()
    return text.replace("color-scheme: light;", "} x { color-scheme: light;")


def _colour(theme: str, name: str) -> str:
    found = re.search(rf"{name}:\s*(#\w+)", theme)
    assert found is not None, name
    return found[1]


@pytest.fixture(scope="module")
def pictures() -> SharePicture:
    return SharePicture(PACKAGE / "fonts")


def card(**lines: object) -> Card:
    given = {
        "owner": "What Mara listened to", "window": "Everything", "label": "", "figure": "1", "unit": "h",
        "song": Favourite("Song", "Treppenhaus", "Die Nachbarn", "3 min"), "artist": None,
    }  # fmt: skip
    return Card(**given | lines)  # type: ignore[arg-type]  # as given


def test_a_picture_is_a_png_of_its_size_and_the_same_for_the_same_card(pictures: SharePicture) -> None:
    drawn = pictures.draw(card())
    with Image.open(io.BytesIO(drawn)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert pictures.draw(card()) == drawn
    assert pictures.draw(card(owner="What Ben listened to")) != drawn
    assert len(drawn) < 100_000


def test_what_the_fonts_lack_is_left_out(pictures: SharePicture) -> None:
    without = pictures.draw(card(song=None))
    assert pictures.draw(card(song=Favourite("Song", "水無月カナ", "x", "3 min"))) == without
    assert pictures.draw(card(song=Favourite("Song", "Ирена", "水", "1 s"))) == pictures.draw(
        card(song=Favourite("Song", "Ирена", None, "1 s"))
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=30))
def test_any_name_can_be_drawn(pictures: SharePicture, name: str) -> None:
    favourite = Favourite("Song", name, name, "3 min")
    assert pictures.draw(card(owner=name, window=name, song=favourite, artist=favourite))


def test_a_name_without_end_is_cut(pictures: SharePicture) -> None:
    endless = Favourite("Song", "so " * 100_000, "long " * 100_000, "3 min")
    cut = Favourite("Song", "so " * 1_000, "long " * 1_000, "3 min")
    assert pictures.draw(card(song=endless)) == pictures.draw(card(song=cut))


@pytest.mark.parametrize("text", ["Ærøskøbing", "Дневник", "Μελίνα", "Ngô Thị Bích", "Łódź – “quoted” … €"])
def test_both_typefaces_write_the_scripts_of_europe(text: str) -> None:
    for name in ("ysabeau-office", "commissioner"):
        assert Typeface(PACKAGE / "fonts", name).face(40, 400).can_write(text), name
