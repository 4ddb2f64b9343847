"""Public shares are kept for as long as their owner wants: what was frozen by any version is read by this one.

`kept/` holds a body of each version that froze another shape. They are never edited, only added to.
"""

from pathlib import Path

import msgspec
import pytest

from contracts.messages.wrapped import Wrapped

BODIES = sorted((Path(__file__).parent / "kept").glob("share_*.json"))


@pytest.mark.parametrize("body", BODIES, ids=lambda path: path.stem)
def test_what_was_frozen_once_can_still_be_shown(body: Path) -> None:
    answer = msgspec.json.decode(body.read_bytes(), type=Wrapped)
    assert answer.top_tracks
    assert answer.totals.ms_played > 0


def test_there_is_one() -> None:
    assert BODIES
