"""What another service refuses, as the caller sees it; and the standing, as it is put together."""

import pytest

from contracts.messages import RequestFailed
from gateway.domain.refusals import refused_by
from gateway.domain.standing_view import StandingRow, standing_of


@pytest.mark.parametrize(
    ("failure", "status", "kind", "after"),
    [
        (RequestFailed(code="too_many_attempts", detail="d", retry_after_s=90), 429, "too-many-attempts", "90"),
        (RequestFailed(code="not_admin", detail="d"), 403, "forbidden", None),
        (RequestFailed(code="unknown_person", detail="d"), 401, "not-signed-in", None),
        (RequestFailed(code="upload_not_found", detail="d"), 404, "not-found", None),
        (RequestFailed(code="no_local_account", detail="d"), 400, "invalid-request", None),
        (RequestFailed(code="anything", detail="d", retryable=True), 503, "unavailable", "5"),
        (RequestFailed(code="anything", detail="d", retryable=True, retry_after_s=7), 503, "unavailable", "7"),
    ],
)
def test_a_refusal_is_told_by_what_the_caller_must_do(
    failure: RequestFailed, status: int, kind: str, after: str | None
) -> None:
    refused = refused_by(failure)
    assert (refused.kind.status, refused.kind.name, refused.detail) == (status, kind, "d")
    assert refused.headers.get("Retry-After") == after


def test_a_standing_shows_the_whole_life_first_then_the_newest_year() -> None:
    rows = [
        StandingRow("2023", "streams", 3, 500, 5),
        StandingRow("all", "artists", 9, 250, 7),
        StandingRow("2024", "ms_played", 1, 0, 6),
        StandingRow("all", "ms_played", 8, 1000, 7),
    ]
    standing = standing_of(rows)
    assert (standing.shared, standing.people) == (True, 7)
    assert [(period.period, period.people) for period in standing.periods] == [("all", 7), ("2024", 6), ("2023", 5)]
    assert [measure.measure for measure in standing.periods[0].measures] == ["ms_played", "artists"]


def test_too_few_people_give_no_standing() -> None:
    standing = standing_of([])
    assert (standing.shared, standing.people, standing.periods) == (True, None, [])
