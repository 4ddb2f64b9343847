"""What leaves a handler: nothing. Unreadable records are rejected, unknown faults end the process."""

import os
from dataclasses import dataclass
from typing import Any

import pytest

from aggregator.streams.guard import guarded
from chassis.errors import InvalidMessage
from contracts.codec import encode, schema_header
from contracts.messages import Message
from contracts.messages.plays import UploadRead

MARKER = UploadRead(upload_id="u", person_id="p", records=1)


@dataclass
class Record:
    value: bytes | None
    headers: list[tuple[str, bytes]] | None
    topic: str = "plays"
    offset: int = 7


class Around:
    """Notes what was handled and what was rejected."""

    def __init__(self, error: Exception | None = None) -> None:
        self.handled: list[Message] = []
        self.rejected: list[tuple[int, str]] = []
        self.error = error

    async def handle(self, message: Message, _: Any) -> None:
        self.handled.append(message)
        if self.error:
            raise self.error

    async def reject(self, record: Any, reason: str) -> None:
        self.rejected.append((record.offset, reason))


async def test_a_record_is_decoded_and_handled() -> None:
    around = Around()
    await guarded(Record(encode(MARKER), [schema_header(MARKER)]), around.handle, around.reject)
    assert (around.handled, around.rejected) == ([MARKER], [])


@pytest.mark.parametrize(
    "record", [Record(b"{", [schema_header(MARKER)]), Record(b"{}", None), Record(None, [schema_header(MARKER)])]
)
async def test_what_cannot_be_read_is_rejected(record: Record) -> None:
    around = Around()
    await guarded(record, around.handle, around.reject)
    assert around.handled == []
    assert around.rejected[0][0] == 7


async def test_what_the_handler_cannot_use_is_rejected_with_its_reason() -> None:
    around = Around(InvalidMessage("no question"))
    await guarded(Record(encode(MARKER), [schema_header(MARKER)]), around.handle, around.reject)
    assert around.rejected == [(7, "no question")]


async def test_an_unknown_fault_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    around = Around(RuntimeError("a bug"))
    await guarded(Record(encode(MARKER), [schema_header(MARKER)]), around.handle, around.reject)
    assert codes == [70]
    assert around.rejected == []
