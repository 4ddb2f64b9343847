"""Questions for a feed: those that nobody waits for any more cost no call to Spotify."""

from types import SimpleNamespace

import pytest

from auth.streams.feed_requests import TOO_OLD_MS, FeedRequests
from chassis.errors import InvalidMessage
from contracts.messages.feed import FetchRecentPlays
from contracts.messages.people_changes import PersonErased

NOW = 1_790_000_000_000
QUESTION = FetchRecentPlays(person_id="p", request_id="r")


@pytest.mark.parametrize(("age_ms", "times"), [(0, 1), (TOO_OLD_MS, 1), (TOO_OLD_MS + 1, 0)])
async def test_a_question_is_carried_out_while_somebody_waits(age_ms: int, times: int) -> None:
    fetched: list[FetchRecentPlays] = []

    async def fetch(question: FetchRecentPlays) -> None:
        fetched.append(question)

    await FeedRequests(fetch, lambda: NOW)(QUESTION, SimpleNamespace(timestamp=NOW - age_ms))
    assert fetched == [QUESTION] * times


async def test_anything_else_goes_to_the_dead_letters() -> None:
    async def fetch(_: FetchRecentPlays) -> None:
        raise AssertionError("nobody asked")

    with pytest.raises(InvalidMessage):
        await FeedRequests(fetch, lambda: NOW)(PersonErased(person_id="p"), SimpleNamespace(timestamp=NOW))
