"""Limits, offsets and pages as the Web API checks and writes them."""

from collections.abc import Sequence
from typing import TypeVar

from aiohttp import web
from yarl import URL

from stack.double.documents import Json
from stack.double.http.errors import ApiError
from stack.double.http.keys import world_of

T = TypeVar("T")


def whole_number(request: web.Request, name: str, default: int, lowest: int, highest: int) -> int:
    """A query parameter between two bounds, both included; 400 otherwise."""
    text = request.query.get(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or not lowest <= int(text) <= highest:
        raise ApiError(400, f"Invalid {name}")
    return int(text)


def here(request: web.Request, **changes: str | int) -> str:
    """The address of this request as browsers know it, with some query parameters changed."""
    url = URL(world_of(request).settings.public_url).join(URL(request.path))
    return str(url.with_query(request.query).update_query(changes))


def slice_of(found: Sequence[T], limit: int, offset: int) -> Sequence[T]:
    """What one page shows."""
    return found[offset : offset + limit]


def page(request: web.Request, items: Sequence[Json | None], total: int, limit: int, offset: int) -> Json:
    """A Paging object; with the switch `total_lies` its total is too large."""
    more = offset + limit < total
    return {
        "href": here(request, offset=offset, limit=limit),
        "items": list(items),
        "limit": limit,
        "next": here(request, offset=offset + limit, limit=limit) if more else None,
        "offset": offset,
        "previous": here(request, offset=max(0, offset - limit), limit=limit) if offset else None,
        "total": total + 500 if world_of(request).switches.now.total_lies else total,
    }
