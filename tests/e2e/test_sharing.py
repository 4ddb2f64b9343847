"""Sharing, end to end: what others see, that it ends at once, where one stands, and public pages."""

import json
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from stack.probes import wait_until
from tests.e2e.truth import Truth
from tests.harness.asking import ask, browser
from tests.harness.client import Person, signed_in
from tests.harness.database import as_root
from tests.harness.histories.odd_rows import GOOD
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person as Listener
from tests.harness.histories.timeline import listens
from tests.harness.pages import words_of
from tests.harness.reference.compare import INTERNAL, differences, of_public
from tests.harness.reference.wrapped import wrapped
from tests.harness.stack import Nachklang
from tests.harness.twins import twin_of

HOUSEHOLD = 6
MINUTE_MS = 60_000
TOGETHER = "Everybody's Darling"
TOLD_WITHIN_S = 60.0

pytestmark = pytest.mark.timeout(600)


@dataclass(frozen=True)
class Member:
    """Somebody of the household, with a history of their own and a song heard in a private session."""

    person: Person
    secret: str
    truth: Truth

    @property
    def id(self) -> str:
        """Their id."""
        return str(self.person.me["id"])


@pytest.fixture(scope="module")
async def household(stack: Nachklang, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[list[Member]]:
    """People of whom nobody shares yet."""
    async with AsyncExitStack() as browsers:
        members = []
        for number in range(HOUSEHOLD):
            folder = tmp_path_factory.mktemp(f"member-{number}")
            name = f"member-{number}-{uuid.uuid4().hex[:8]}"
            person = await browsers.enter_async_context(signed_in(stack.url, name))
            members.append(await with_history(person, folder, number))
        yield members


@pytest.fixture
async def nobody_shares(household: list[Member]) -> AsyncIterator[None]:
    """As at first, before and afterwards."""
    yield
    for member in household:
        await member.person.share_history(sharing=False)


async def with_history(person: Person, folder: Path, number: int) -> Member:
    """A made-up life, and half an hour in private."""
    truth, secret = Truth(), f"Secret {uuid.uuid4().hex}"
    export = write_extended_zip(folder / "extended.zip", listens(Listener(seed=80 + number, plays=800)))
    song = {**GOOD, "ms_played": 30 * MINUTE_MS, "master_metadata_track_name": secret}
    private = folder / "Streaming_History_Audio_2024_9.json"
    private.write_text(json.dumps([{**song, "master_metadata_album_artist_name": secret, "incognito_mode": True}]))
    for path in (export, private):
        upload = await person.imported(path, path.name)
        assert upload["state"] == "done"
        truth.add(path)
    return Member(person, secret, truth)


@pytest.mark.usefixtures("nobody_shares")
async def test_others_see_all_of_it_but_private_sessions(household: list[Member]) -> None:
    owner, other = household[:2]
    await owner.person.in_zone("Asia/Tokyo")
    await owner.person.share_history()
    people = (await other.person.get("/api/v1/people"))["items"]
    assert [(one["id"], one["name"]) for one in people] == [(owner.id, owner.person.me["name"])]

    for by in ("time", "streams"):
        seen = await other.person.wrapped(person=owner.id, by=by, limit=500)
        expected = wrapped(owner.truth.plays, "Asia/Tokyo", by="time" if by == "time" else "streams", private=False)
        assert differences(expected, of_public(seen), INTERNAL) == []
        assert seen["person"]["id"] == owner.id
        assert owner.secret not in json.dumps(seen)
    mine = await owner.person.wrapped(person=owner.id, limit=500)
    assert owner.secret in json.dumps(mine), "the owner sees it"
    assert owner.secret not in json.dumps(await other.person.get("/api/v1/match", person=owner.id, limit=500))
    assert (await other.person.plays(track=owner.secret))[0] == [], "plays are one's own only"


@pytest.mark.usefixtures("nobody_shares")
async def test_it_ends_at_once_at_every_gateway(stack: Nachklang, household: list[Member]) -> None:
    owner, other = household[:2]
    await owner.person.share_history()
    paths = [f"/api/v1/wrapped?person={owner.id}", f"/api/v1/match?person={owner.id}"]
    async with twin_of(stack, "gateway") as twin:
        for _ in range(2):
            seen = [
                await ask(other.person.http, "GET", f"{url}{path}") for url in (stack.url, twin.url) for path in paths
            ]
            assert [answer.status for answer in seen] == [200] * 4
        await owner.person.share_history(sharing=False)
        for url in (stack.url, twin.url):
            for path in paths:
                had = {"If-None-Match": seen[0].headers["ETag"]}
                refused = await ask(other.person.http, "GET", f"{url}{path}", headers=had)
                unknown = await ask(other.person.http, "GET", f"{url}{path.replace(owner.id, 'f' * 32)}")
                assert (refused.status, refused.body) == (404, unknown.body), "nothing tells them apart"
            assert (await ask(other.person.http, "GET", f"{url}/api/v1/people")).body["items"] == []


@pytest.mark.usefixtures("nobody_shares")
async def test_what_two_have_in_common(stack: Nachklang) -> None:
    def heard(artist: str, minutes: int, day: int) -> dict[str, Any]:
        names = {"master_metadata_album_artist_name": artist, "master_metadata_track_name": f"Song by {artist}"}
        return {**GOOD, **names, "ts": f"2024-05-{day:02}T12:00:00Z", "ms_played": minutes * MINUTE_MS}

    mark = uuid.uuid4().hex[:8]
    async with signed_in(stack.url, f"one-{mark}") as one, signed_in(stack.url, f"two-{mark}") as two:
        first = [heard(TOGETHER, 3, 1), heard("Only One", 2, 2)]  # 60 and 40 per cent
        second = [heard(TOGETHER, 1, 1), heard("Only Two", 7, 2)]  # 12.5 per cent is the smaller share
        for person, rows in ((one, first), (two, second)):
            hidden = heard("Only One", 60, 3) | {"incognito_mode": True}
            await person.imported(json.dumps([*rows, hidden]).encode(), "Streaming_History_Audio_2024.json")
        await two.share_history()
        match = await one.get("/api/v1/match", person=two.me["id"])
        assert match["per_cent"] == 13, "12.5 is rounded up; the private hour counts for neither"
        assert (match["artists"], match["tracks"]) == (1, 1)
        (artist,) = match["top_artists"]
        assert (artist["name"], artist["ms_played"], artist["other_ms_played"]) == (TOGETHER, 3 * MINUTE_MS, MINUTE_MS)
        (track,) = match["top_tracks"]
        assert (track["title"], track["artist"]) == (f"Song by {TOGETHER}", TOGETHER)
        empty = await one.get("/api/v1/match", **{"person": two.me["id"], "from": "2020-01-01", "to": "2020-12-31"})
        assert (empty["per_cent"], empty["top_artists"]) == (None, [])
        await two.share_history(sharing=False)


@pytest.mark.usefixtures("nobody_shares")
async def test_a_standing_among_five_and_nothing_that_tells_who_does_not_share(
    stack: Nachklang, household: list[Member]
) -> None:
    *sharing, apart = household
    for member in sharing[:4]:
        await member.person.share_history()
    await known_to_share(stack, household, sharing[:4])
    await stack.job("standings")
    for member in household:
        standing = await member.person.get("/api/v1/standing")
        assert (standing["people"], standing["periods"]) == (None, []), "four are too few"

    await sharing[4].person.share_history()
    await known_to_share(stack, household, sharing)
    await stack.job("standings")
    by_time = sorted(sharing, key=shown_time)
    for place, member in enumerate(by_time):
        standing = await member.person.get("/api/v1/standing")
        assert (standing["shared"], standing["people"]) == (True, 5)
        whole, *years = standing["periods"]
        assert whole["period"] == "all"
        assert all(year["people"] >= 5 for year in years)
        (time,) = (measure for measure in whole["measures"] if measure["measure"] == "ms_played")
        assert (time["value"], time["per_mille"]) == (shown_time(member), place * 250)
        assert not any(other.id in json.dumps(standing) for other in household if other is not member)
    standing = await apart.person.get("/api/v1/standing")
    assert standing == {"shared": False, "people": None, "periods": []}

    await sharing[0].person.share_history(sharing=False)
    assert (await sharing[0].person.get("/api/v1/standing"))["shared"] is False
    await known_to_share(stack, household, sharing[1:])
    await stack.job("standings")
    for member in household:
        standing = await member.person.get("/api/v1/standing")
        assert (standing["people"], standing["periods"]) == (None, [])


async def known_to_share(stack: Nachklang, household: list[Member], sharing: list[Member]) -> None:
    """Return when the aggregator has heard that these of the household share, and no others."""
    ids = {member.id for member in household}

    async def known() -> bool:
        rows = await as_root(stack.parts.mariadb, "SELECT person_id FROM aggregator.people_sharing WHERE sharing")
        return {person_id for (person_id,) in rows} & ids == {member.id for member in sharing}

    assert await wait_until(known, TOLD_WITHIN_S)


async def test_a_public_page_is_frozen_and_holds_nothing_private(stack: Nachklang, household: list[Member]) -> None:
    owner = household[0]
    share = await owner.person.change("POST", "/api/v1/shares", {}, 201)
    async with browser() as anybody:
        page = await ask(anybody, "GET", share["url"], headers={"Accept-Language": "en"})
        picture = await ask(anybody, "GET", f"{share['url']}.png")
        assert page.status == 200
        favourite = wrapped(owner.truth.plays, "UTC", private=False)["favourites"]["artist"]["name"]
        assert favourite in words_of(page)
        for hidden in (owner.secret, owner.id, "<script"):
            assert hidden not in page.body
        assert picture.body.startswith(b"\x89PNG")

        more = [{**GOOD, "ts": f"2025-06-{day:02}T10:00:00Z", "ms_played": 7 * 3_600_000} for day in range(1, 29)]
        await owner.person.imported(json.dumps(more).encode(), "Streaming_History_Audio_2025_1.json")
        assert (await owner.person.wrapped())["favourites"]["artist"]["name"] != favourite
        later = await ask(anybody, "GET", share["url"], headers={"Accept-Language": "en"})
        assert words_of(later) == words_of(page), "but for pictures that have come, what was shared stays as it was"
        assert (await ask(anybody, "GET", f"{share['url']}?lang=de")).status == 200

        assert [one["id"] for one in (await owner.person.get("/api/v1/shares"))["items"]] == [share["id"]]
        await owner.person.change("DELETE", f"/api/v1/shares/{share['id']}", status=204)
        for address in (share["url"], f"{share['url']}.png", f"{stack.url}/s/{'f' * 32}"):
            assert (await ask(anybody, "GET", address)).status == 404
        assert (await owner.person.get("/api/v1/shares"))["items"] == []


def shown_time(member: Member) -> int:
    """The playing time that others may see, ms."""
    return int(wrapped(member.truth.plays, "UTC", private=False)["totals"]["ms_played"])
