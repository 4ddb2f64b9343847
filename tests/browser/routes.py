"""Which question gets which made-up answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.browser import made_up, made_up_account, made_up_before, made_up_imports, made_up_people, made_up_plays
from tests.browser.scenario import Scenario

Query = dict[str, str]
MEDIA = {"cover", "image", "preview", "link"}


def _wrapped(scenario: Scenario, query: Query) -> Any:
    history = "from" not in query
    day_from, day_to = query.get("from", "2017-03-09"), query.get("to", "2026-11-23")
    if scenario.state("history" if history else "wrapped") == "empty":
        return made_up.empty_wrapped(
            None if history else day_from, None if history else day_to, query.get("by", "time")
        )
    if not history and day_to < made_up_before.RECENT and scenario.state("before") == "empty":
        return made_up.empty_wrapped(day_from, day_to, query.get("by", "time"))
    if not history and scenario.state("wrapped") == "thin":
        return made_up.thin_wrapped(day_from, day_to)
    answer = made_up.wrapped(day_from, day_to, query.get("by", "time"), int(query.get("limit", "50")))
    if day_to < made_up_before.RECENT:
        answer = made_up_before.as_before(answer)
    if "person" in query:
        answer = made_up_people.history_of(query["person"], answer)
    answer |= scenario.media
    return answer if scenario.pictures else _without_media(answer)


def _plays(scenario: Scenario, query: Query) -> Any:
    scenario.asked.append(query)
    if scenario.state("plays") == "empty":
        return {"items": [], "next": None, "revision": 42, "sums": {"ms_played": 0, "streams": 0, "plays": 0}}
    return made_up_plays.plays(query.get("cursor"), query.get("counted") == "true")


def _without_media(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: None if key in MEDIA else _without_media(item) for key, item in value.items()}
    return [_without_media(item) for item in value] if isinstance(value, list) else value


def called(value: Any, names: dict[str, str]) -> Any:
    """An answer in which every field of these names that is a text has the text given here."""
    if isinstance(value, dict):
        return {
            key: names[key] if key in names and isinstance(item, str) else called(item, names)
            for key, item in value.items()
        }
    return [called(item, names) for item in value] if isinstance(value, list) and names else value


def _listed(part: str, items: list[Any]) -> Callable[[Scenario, Query], Any]:
    return lambda scenario, _: {"items": [] if scenario.state(part) == "empty" else items, "next": None}


UPLOADS_A_PAGE = 100


def _uploads(scenario: Scenario, cursor: str | None) -> Any:
    everything = [] if scenario.state("uploads") == "empty" else [scenario.upload, *scenario.others]
    start = int(cursor or 0)
    end = start + UPLOADS_A_PAGE
    return {"items": everything[start:end], "next": str(end) if end < len(everything) else None}


def _wrapped_part(query: Query) -> str:
    if query.get("to", made_up_before.RECENT) < made_up_before.RECENT:
        return "before"
    if "person" in query:
        return "person"
    return "wrapped" if "from" in query else "history"


class Route(NamedTuple):
    """Paths that match, the part of the scenario that says how they answer, and the full answer."""

    path: str
    part: Callable[[Query], str]
    answer: Callable[[Scenario, Query], Any]


ROUTES = [
    Route(r"/api/v1/me", lambda _: "me", lambda scenario, _: scenario.me),
    Route(r"/api/v1/wrapped", _wrapped_part, _wrapped),
    Route(r"/api/v1/plays", lambda _: "plays", _plays),
    Route(r"/api/v1/people", lambda _: "people", _listed("people", made_up_people.PEOPLE)),
    Route(
        r"/api/v1/match",
        lambda _: "match",
        lambda s, query: made_up_people.match(s.state("match"), int(query["limit"])),
    ),
    Route(
        r"/api/v1/standing",
        lambda _: "standing",
        lambda s, _: made_up_people.NO_STANDING if s.state("standing") == "empty" else made_up_people.STANDING,
    ),
    Route(r"/api/v1/feed", lambda _: "feed", lambda s, _: made_up_account.feed(s.state("feed"))),
    Route(r"/api/v1/sessions", lambda _: "sessions", _listed("sessions", made_up_account.SESSIONS)),
    Route(r"/api/v1/invitations", lambda _: "invitations", _listed("invitations", made_up_account.INVITATIONS)),
    Route(r"/api/v1/shares", lambda _: "shares", _listed("shares", made_up_account.SHARES)),
    Route(r"/api/v1/tokens", lambda _: "tokens", _listed("tokens", made_up.TOKENS)),
    Route(
        r"/api/v1/uploads",
        lambda _: "uploads",
        lambda s, query: _uploads(s, query.get("cursor")),
    ),
    Route(r"/api/v1/uploads/\w+", lambda _: "upload", lambda scenario, _: scenario.upload),
    Route(
        r"/api/v1/uploads/\w+/rejections",
        lambda _: "rejections",
        lambda _, query: made_up_imports.rejections(query.get("cursor")),
    ),
]
