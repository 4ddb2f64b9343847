"""How long the supervisor waits before it starts a process again."""

from stack.keeper import LONGEST_PAUSE, STEADY_SECONDS, Pauses


def test_the_first_restart_is_at_once_and_the_pauses_grow() -> None:
    pauses = Pauses()
    assert [pauses.after(1.0) for _ in range(5)] == [0.0, 0.5, 1.0, 2.0, 4.0]


def test_the_pauses_do_not_grow_for_ever() -> None:
    pauses = Pauses()
    assert max(pauses.after(1.0) for _ in range(20)) == LONGEST_PAUSE


def test_a_steady_run_begins_anew() -> None:
    pauses = Pauses()
    for _ in range(4):
        pauses.after(1.0)
    assert pauses.after(STEADY_SECONDS) == 0.0
    assert pauses.after(1.0) == 0.5
