"""Public shares: made and taken away by their owner, seen by everybody, on a page without any script."""

import io
import re
import uuid
from html.parser import HTMLParser

import msgspec
import pytest
from PIL import Image

from chassis.clock import system_clock
from contracts.keys import media_key
from contracts.messages.media import MediaReady
from contracts.messages.people_changes import PersonErased
from contracts.messages.shares import FreezeWrapped, RevokeShare
from contracts.topics import Topic
from tests.integration.gateway.conftest import Caller, Room, Told, ask, eventually
from tests.unit.gateway.answers import small_answer

WINDOW = "1\u00a0Jan\u00a02025 – 30\u00a0Jun\u00a02025"
EVIL = """</title><script>alert("1")</script>"'&<b>"""


class Read(HTMLParser):
    """What a browser would see: tags with their attributes, and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def meta(self, name: str) -> str | None:
        """The content of a meta tag."""
        found = (of for tag, of in self.tags if tag == "meta" and name in {of.get("property"), of.get("name")})
        return next((of["content"] for of in found), None)


async def made(room: Room, caller: Caller, **wish: str) -> dict[str, str]:
    """A share of the caller's."""
    told = await caller.ask("POST", "/api/v1/shares", json=wish)
    assert told.status == 201, told.text
    assert told.headers["Location"] == told.json["url"]
    share: dict[str, str] = told.json
    assert share["url"] == f"{room.url}/s/{share['id']}"
    return share


async def visited(room: Room, url: str, language: str = "en") -> Told:
    """What somebody sees who is not signed in, as the document describes it."""
    told = await ask("GET", url, headers={"Accept-Language": language})
    await room.described.check(room.url, "GET", url.removeprefix(room.url), told)
    return told


async def test_a_share_is_made_listed_and_taken_away(room: Room) -> None:
    caller = room.as_someone("Mara")
    share = await made(room, caller, **{"from": "2025-01-01", "to": "2025-06-30", "by": "streams"})
    sent = room.neighbours.shares.asked[-1]
    assert isinstance(sent, FreezeWrapped)
    assert (sent.name, sent.share_id) == ("Mara", share["id"])
    question = sent.question
    assert (question.person_id, question.viewer, question.by) == (caller.person_id, "other", "streams")
    assert (question.first_day, question.last_day) == ("2025-01-01", "2025-06-30")
    assert (share["from"], share["to"]) == ("2025-01-01", "2025-06-30")
    assert (await caller.get("/api/v1/shares"))["items"] == [share]
    assert (await room.as_someone().get("/api/v1/shares"))["items"] == []
    assert (await caller.ask("DELETE", f"/api/v1/shares/{share['id']}")).status == 204
    assert (await caller.ask("DELETE", f"/api/v1/shares/{share['id']}")).status == 404
    assert (await caller.get("/api/v1/shares"))["items"] == []


async def test_nobody_takes_away_what_is_not_theirs(room: Room) -> None:
    share = await made(room, room.as_someone())
    assert (await room.as_someone().ask("DELETE", f"/api/v1/shares/{share['id']}")).status == 404
    assert (await visited(room, share["url"])).status == 200


@pytest.mark.parametrize(
    "wish", [{"from": "2025-02-01", "to": "2025-01-01"}, {"from": "soon"}, {"by": "luck"}, {"person": "a"}]
)
async def test_a_wish_that_is_none_is_refused(room: Room, wish: dict[str, str]) -> None:
    before = len(room.neighbours.shares.asked)
    assert (await room.as_someone().ask("POST", "/api/v1/shares", json=wish)).status == 400
    assert len(room.neighbours.shares.asked) == before


async def test_an_id_that_is_none_is_not_asked_for(room: Room) -> None:
    before = len(room.neighbours.shares.asked)
    assert (await room.as_someone().ask("DELETE", "/api/v1/shares/x")).status == 404
    assert len(room.neighbours.shares.asked) == before


async def test_the_page_shows_the_report_without_script_and_with_a_preview(room: Room) -> None:
    share = await made(room, room.as_someone("Mara"), **{"from": "2025-01-01", "to": "2025-06-30"})
    told = await visited(room, share["url"])
    assert told.status == 200
    page = Read(told.text)
    for text in ("What Mara listened to", WINDOW, "Treppenhaus", "Die Nachbarn"):
        assert text in page.text
    assert "script" not in {tag for tag, _ in page.tags}
    assert not [name for _, of in page.tags for name in of if name.startswith("on")]
    assert page.meta("robots") == "noindex"
    assert (page.meta("og:url"), page.meta("og:image")) == (share["url"], f"{share['url']}.png?lang=en")
    assert page.meta("og:title") == f"What Mara listened to · {WINDOW}"


async def test_its_policy_lets_nothing_run_and_nothing_else_in(room: Room) -> None:
    share = await made(room, room.as_someone())
    for url in (share["url"], f"{room.url}/s/{'0' * 32}"):
        told = await visited(room, url)
        policy = dict(part.split(" ", 1) for part in told.headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert "script-src" not in policy
        assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]{44}'", policy["style-src"])
        assert told.headers["X-Robots-Tag"] == "noindex"
        assert told.headers["X-Content-Type-Options"] == "nosniff"


async def test_whoever_keeps_it_asks_whether_it_is_still_there(room: Room) -> None:
    share = await made(room, room.as_someone())
    for url in (share["url"], f"{share['url']}.png"):
        told = await visited(room, url)
        tag = told.headers["ETag"]
        again = await ask("GET", url, headers={"Accept-Language": "en", "If-None-Match": tag})
        assert told.headers["Cache-Control"] == "no-cache"
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)


@pytest.mark.parametrize(
    ("accepted", "language", "text"),
    [("de-AT,en;q=0.8", "de", "Was Mara gehört hat"), ("fr,en;q=0.5,de;q=0.4", "en", "What Mara listened to")],
)
async def test_it_speaks_the_visitors_language(room: Room, accepted: str, language: str, text: str) -> None:
    share = await made(room, room.as_someone("Mara"))
    told = await visited(room, share["url"], accepted)
    assert (told.headers["Content-Language"], told.headers["Vary"]) == (language, "Accept-Language")
    assert text in told.text
    assert f'<html lang="{language}">' in told.text


async def test_whatever_stands_in_names_is_text(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = small_answer()
    track = msgspec.structs.replace(answer.top_tracks[0], title=EVIL, artist=EVIL, album=EVIL)
    favourites = msgspec.structs.replace(answer.favourites, track=track)
    evil = msgspec.structs.replace(answer, top_tracks=[track], favourites=favourites)
    monkeypatch.setattr(room.neighbours.shares, "answer_to", lambda _: evil)
    share = await made(room, room.as_someone(EVIL))
    page = Read((await visited(room, share["url"])).text)
    assert "script" not in {tag for tag, _ in page.tags}
    assert EVIL in page.text
    assert EVIL in (page.meta("og:title") or "")


async def test_pictures_are_joined_when_somebody_looks(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, name = small_answer(), uuid.uuid4().hex
    artist = msgspec.structs.replace(answer.top_artists[0], name=name)
    monkeypatch.setattr(
        room.neighbours.shares, "answer_to", lambda _: msgspec.structs.replace(answer, top_artists=[artist])
    )
    share = await made(room, room.as_someone())
    assert "<img" not in (await visited(room, share["url"])).text
    key = media_key("artist", name, None)

    async def wished() -> bool:
        return any(item.key == key for message in room.neighbours.wanted for item in message.items)

    await eventually(wished)
    await room.databases["enricher"].execute(
        "REPLACE INTO serving.media (media_key, kind, state, image_url, fetched_at, expires_at) "
        "VALUES (%s, 'artist', 'found', 'https://i.scdn.co/image/a', 0, %s)",
        (key, system_clock() + 60_000),
    )
    for _ in range(2):
        await room.neighbours.say(Topic.MEDIA_CHANGES, key, MediaReady(keys=[key]))

    async def seen() -> bool:
        return 'src="https://i.scdn.co/image/a"' in (await visited(room, share["url"])).text

    await eventually(seen)


async def test_the_picture_is_a_png_of_its_size_and_the_same_one_again(room: Room) -> None:
    share = await made(room, room.as_someone("Mara"))
    told = await visited(room, f"{share['url']}.png?lang=de")
    assert (told.status, told.headers["Content-Type"]) == (200, "image/png")
    assert told.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    with Image.open(io.BytesIO(told.body)) as picture:
        assert picture.size == (1200, 630)
    assert (await visited(room, f"{share['url']}.png?lang=de")).body == told.body
    assert (await visited(room, f"{share['url']}.png?lang=en")).body != told.body
    assert (await visited(room, f"{share['url']}.png?lang=fr")).status == 400


async def test_what_was_taken_away_what_never_was_and_who_left_look_the_same(room: Room, second: Room) -> None:
    caller, leaving = room.as_someone(), room.as_someone()
    share, others = await made(room, caller), await made(room, leaving)
    for url in (share["url"], others["url"]):
        assert (await visited(room, f"{url}.png")).status == 200
    assert (await caller.ask("DELETE", f"/api/v1/shares/{share['id']}")).status == 204
    assert isinstance(room.neighbours.shares.asked[-1], RevokeShare)
    erased = PersonErased(person_id=leaving.person_id)
    await room.neighbours.say(Topic.PEOPLE_CHANGES, leaving.person_id, erased)

    async def gone() -> bool:
        seen = [await visited(gateway, f"{gateway.url}/s/{others['id']}") for gateway in (room, second)]
        return {told.status for told in seen} == {404}

    await eventually(gone)
    pages = [
        await visited(gateway, f"{gateway.url}/s/{name}{ending}")
        for gateway in (room, second)
        for name in (share["id"], others["id"], "0" * 32, "nonsense")
        for ending in ("", ".png")
    ]
    assert {page.status for page in pages} == {404}
    assert len({page.body for page in pages}) == 1
    assert {page.headers["Cache-Control"] for page in pages} == {"no-store"}


async def test_the_fonts_of_the_page_are_served_and_no_other_file(room: Room) -> None:
    share = await made(room, room.as_someone())
    names = re.findall(r"url\((/s/fonts/[^)]+)\)", (await visited(room, share["url"])).text)
    assert len(names) == 10
    for name in names:
        told = await visited(room, f"{room.url}{name}")
        assert (told.status, told.headers["Content-Type"], told.body[:4]) == (200, "font/woff2", b"wOF2")
    for name in ("LICENSE-commissioner.txt", "..%2fbootstrap.py", "nothing.woff2"):
        assert (await visited(room, f"{room.url}/s/fonts/{name}")).status == 404
