"""Log lines: JSON, with the ids of the work, without secrets."""

import json
import logging

from chassis.context import child_traceparent, correlation_id, headers, working_on
from chassis.logs import JsonFormatter


def line(**extra: object) -> dict[str, object]:
    record = logging.makeLogRecord({"name": "x", "levelname": "INFO", "msg": "read %s", "args": ("it",), **extra})
    found: dict[str, object] = json.loads(JsonFormatter("uploader").format(record))
    return found


def test_a_line_carries_service_message_and_ids() -> None:
    with working_on("abc"):
        found = line(rows=3)
    assert (found["service"], found["message"], found["correlation_id"], found["rows"]) == (
        "uploader",
        "read it",
        "abc",
        3,
    )


def test_fields_that_speak_of_secrets_are_starred() -> None:
    found = line(access_token="BQ123", client_secret="hush", Authorization="Bearer x")
    assert {"BQ123", "hush", "Bearer x"}.isdisjoint(map(str, found.values()))


def test_work_ends_with_its_block() -> None:
    with working_on("abc"):
        assert dict(headers())["correlation_id"] == b"abc"
    assert correlation_id.get() == ""


def test_a_child_keeps_the_trace_and_has_a_span_of_its_own() -> None:
    parent = child_traceparent("")
    child = child_traceparent(parent)
    assert child.split("-")[1] == parent.split("-")[1]
    assert child.split("-")[2] != parent.split("-")[2]


def test_nonsense_starts_a_new_trace() -> None:
    assert "nonsense" not in child_traceparent("nonsense")
