"""How often the right picture is found by names alone: the labelled set against the strict double.

Precision is the share of answers that are right, recall the share of pairs with a right answer that get it. The
double's search compares names more strictly than ours: pairs whose right track none of our questions brings up are
told apart in the printed figures, and count as missed all the same.
"""

import collections
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from stack.double.http.app import create_app
from stack.double.settings import Settings
from stack.double.world import create_world
from tests.harness.hard_names.labelled import Pair, pairs, write_catalogue
from tests.integration.enricher.conftest import NOW, UNLIMITED, Room, item

PRECISION, RECALL = 0.99, 0.95


class Answer(NamedTuple):
    """A pair and the id of the track that was taken for it."""

    pair: Pair
    found: str | None


@pytest.fixture
async def closed_world(tmp_path: Path) -> AsyncIterator[Room]:
    """A double that knows the set's catalogue and invents nothing."""
    catalogue = tmp_path / "catalogue.json"
    write_catalogue(catalogue)
    redirects = ("http://127.0.0.1:1/auth/callback",)
    settings = Settings("127.0.0.1", 0, "http://double", "client", "secret", redirects, catalogue)
    async with TestServer(create_app(create_world(settings, lambda: NOW))) as server, aiohttp.ClientSession() as http:
        room = Room(http, str(server.make_url("")).rstrip("/"), UNLIMITED)
        await room.switch(invents=False)
        yield room


@pytest.mark.parametrize("switches", [{}, {"null_items": True, "total_lies": True}, {"wrong_versions": True}], ids=str)
async def test_the_right_picture_or_none(
    closed_world: Room, switches: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    await closed_world.switch(**switches)
    # a wrong version that the double makes up may be just what a pair without a right answer asks for
    asked = [pair for pair in pairs() if pair.right or not switches.get("wrong_versions")]
    answers = [await answered(closed_world, pair) for pair in asked]
    taken = [answer for answer in answers if answer.found]
    right = [answer for answer in taken if answer.found in answer.pair.right]
    answerable = [answer for answer in answers if answer.pair.right]
    precision, recall = len(right) / len(taken), len(right) / len(answerable)
    with capsys.disabled():
        print(f"\n{len(answers)} hard names: precision {precision:.4f}, recall {recall:.4f}")  # the figures are wanted
    wrong = [answer for answer in taken if answer not in right]
    missed = collections.Counter(answer.pair.category for answer in answerable if answer not in right)
    assert precision >= PRECISION, wrong
    assert recall >= RECALL, (missed, [answer.pair[1:3] for answer in answerable if not answer.found])


async def answered(room: Room, pair: Pair) -> Answer:
    """What an enricher that remembers nothing takes for the pair."""
    room.answers.kept.clear()
    media = await room.catalogue.find(item("track", pair.artist, pair.title))
    return Answer(pair, media.spotify_id if media else None)
