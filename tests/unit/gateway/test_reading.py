"""What is said of a query or a body that cannot be read: which field, and what to write there."""

from typing import Annotated, Any

import msgspec
import pytest

from gateway.http.reading import _in_words
from gateway.http.routes.windows import FirstDay


class Wish(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Something asked for."""

    login: Annotated[str, msgspec.Meta(pattern="^[a-z]+$", description="small letters")]
    code: Annotated[str, msgspec.Meta(pattern="^[0-9]+$")] = "0"
    from_: FirstDay | None = msgspec.field(default=None, name="from")
    limit: Annotated[int, msgspec.Meta(le=500, description="length of the list")] = 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"login": "OLGA!"}, "`login`: cannot be read. It takes: small letters."),
        (
            {"login": "olga", "from": "2025-02-30"},
            "`from`: cannot be read. It takes: The first day, as YYYY-MM-DD, in the person's zone.",
        ),
        ({"login": "olga", "limit": 501}, "`limit`: Expected `int` <= 500."),
        ({"login": "olga", "code": "x"}, "`code`: Expected `str` matching regex '^[0-9]+$'."),
        ({}, "The body: Object missing required field `login`."),
        ({"login": "olga", "nope": 1}, "The body: Object contains unknown field `nope`."),
    ],
)
def test_what_is_wrong_is_said_so_that_it_can_be_mended(given: dict[str, Any], said: str) -> None:
    with pytest.raises(msgspec.ValidationError) as raised:
        msgspec.convert(given, Wish)
    assert _in_words(raised.value, Wish, "The body") == f"{said} /api/docs shows what is taken."
