"""Switches are changed field by field, and wrong ones change nothing."""

import msgspec
import pytest

from stack.double.switches import SwitchBoard, Switches


def test_a_change_keeps_what_it_does_not_name() -> None:
    board = SwitchBoard()
    board.change(b'{"mode": "E"}')
    board.change(b'{"rate_limit": 3, "feeds": {"mira": [{"track": "t", "played_at": 1}]}}')
    assert (board.now.mode, board.now.rate_limit, board.now.feeds["mira"][0].played_at) == ("E", 3, 1)
    assert board.reset() == Switches()


@pytest.mark.parametrize("patch", [b"", b"[]", b'{"mode": "F"}', b'{"unknown": 1}', b'{"feeds": {"mira": [{}]}}'])
def test_a_wrong_change_changes_nothing(patch: bytes) -> None:
    board = SwitchBoard()
    with pytest.raises((msgspec.DecodeError, msgspec.ValidationError)):
        board.change(patch)
    assert board.now == Switches()
