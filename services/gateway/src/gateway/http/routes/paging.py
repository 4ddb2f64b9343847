"""What paged lists take."""

from typing import Annotated

import msgspec

Limit = Annotated[int, msgspec.Meta(ge=1, le=500, description="At most so many, up to 500")]
Cursor = Annotated[str, msgspec.Meta(description="`next` of the page before", max_length=500)]


class PageQuery(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list."""

    cursor: Cursor | None = None
    limit: Limit = 100
