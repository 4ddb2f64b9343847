"""Rows of the serving store as what the domain knows."""

from collections.abc import Sequence
from typing import Any

import msgspec

from contracts.messages.uploads import FileAccount, ImportChanged, Live, Rows
from gateway.domain.me_view import picture_of
from gateway.domain.media import Media, Preview
from gateway.domain.samples import sample_path

_ROWS = "rows_read, rows_imported, rows_duplicate, rows_rejected, rows_improved, rows_doubles"
IMPORT_COLUMNS = (
    "upload_id, person_id, state, error, filename, created_at, finished_at, bytes, "
    f"{_ROWS}, replaced_estimates, reasons, live_ms, live_streams"
)
FILE_COLUMNS = f"upload_id, name, format, error, {_ROWS}"
MEDIA_COLUMNS = (
    "media_key, state, spotify_id, image_url, row_image_url, link, expires_at, "
    "preview_kind, preview_url, preview_source, preview_link, preview_id"
)

_REASONS = msgspec.json.Decoder(dict[str, int])


def import_of(row: Sequence[Any], files: Sequence[Sequence[Any]]) -> ImportChanged:
    """An import by IMPORT_COLUMNS, its files by FILE_COLUMNS in the archive's order."""
    upload_id, person_id, state, error, filename, created_at, finished_at, size, *rest = row
    *rows, replaced, reasons, live_ms, live_streams = rest
    return ImportChanged(
        upload_id=upload_id,
        person_id=person_id,
        state=state,
        error=error,
        created_at=created_at,
        finished_at=finished_at,
        filename=filename,
        bytes=size,
        rows=_account(rows, int(replaced or 0)),
        reasons=_REASONS.decode(reasons) if reasons else {},
        files=tuple(_file(file) for file in files),
        live=Live(ms_played=int(live_ms or 0), streams=int(live_streams or 0)),
    )


def media_of(row: Sequence[Any]) -> Media:
    """Media by MEDIA_COLUMNS."""
    key, state, spotify_id, image_url, row_image_url, link, expires_at, *preview = row
    missing = state == "missing"
    return Media(
        expires_at=expires_at,
        picture=picture_of(image_url, row_image_url),
        preview=_preview(key, *preview),
        link=link,
        missing=missing,
        missing_id=spotify_id if missing else None,
        waiting=state == "waiting",
    )


def _preview(
    key: str, kind: Any, url: str | None, source: Any, link: str | None, source_id: str | None
) -> Preview | None:
    """A sample that has an id and no address plays at an address of ours, which asks for one that holds."""
    if url is None and source_id:
        url = sample_path(key)
    return Preview(kind=kind, url=url, source=source or "spotify", link=link) if kind and url else None


def _file(row: Sequence[Any]) -> FileAccount:
    _, name, form, error, *rows = row
    return FileAccount(name=name, format=form, rows=_account(rows), error=error)


def _account(rows: Sequence[Any], replaced_estimates: int = 0) -> Rows:
    read, imported, duplicate, rejected, improved, doubles = (int(number or 0) for number in rows)
    return Rows(
        read=read,
        imported=imported,
        duplicate=duplicate,
        rejected=rejected,
        improved=improved,
        doubles=doubles,
        replaced_estimates=replaced_estimates,
    )
