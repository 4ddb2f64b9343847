"""What is kept of uploads and people while plays become durable."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotedRecord:
    """A record of plays that is durable. `newest` is the latest moment that its rows stand for; None of live plays."""

    upload_id: str
    seq: int
    newest: int | None


@dataclass(frozen=True, slots=True)
class BroughtByFile:
    """How many stored plays one file of an upload brought first, and bettered; `doubles` are among the former."""

    file: int
    imported: int
    improved: int
    doubles: int = 0


@dataclass(frozen=True, slots=True)
class ClosedUpload:
    """An upload whose every record is durable and counted in `revision`; the same however often it is asked for."""

    upload_id: str
    person_id: str
    revision: int
    files: tuple[BroughtByFile, ...]
    replaced_estimates: int = 0
