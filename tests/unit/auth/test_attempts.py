"""How often a password may be guessed: some tries for nothing, then ever longer pauses, up to a longest one."""

from hypothesis import given
from hypothesis import strategies as st

from auth.domain.attempts import CLIENT, FORGOTTEN_AFTER_MS, LOGIN, Attempts, pause_ms, subject

MINUTE = 60_000
NOW = 1_790_000_000_000


def test_five_tries_are_free_and_then_pauses_double_up_to_a_quarter_of_an_hour() -> None:
    pauses = [pause_ms(LOGIN, failed) / MINUTE for failed in range(13)]
    assert pauses == [0, 0, 0, 0, 0, 0.5, 1, 2, 4, 8, 15, 15, 15]
    assert pause_ms(CLIENT, 19) == 0 < pause_ms(CLIENT, 20)


@given(st.integers(0, 10_000), st.integers(0, 2 * FORGOTTEN_AFTER_MS))
def test_the_wait_never_grows_by_waiting_and_ends(failed: int, later: int) -> None:
    attempts = Attempts(failed, NOW)
    assert attempts.wait_ms(LOGIN, NOW + later) <= attempts.wait_ms(LOGIN, NOW)
    assert attempts.wait_ms(LOGIN, NOW + attempts.wait_ms(LOGIN, NOW)) == 0


@given(st.integers(0, 10_000))
def test_one_more_failure_never_shortens_the_pause(failed: int) -> None:
    assert pause_ms(LOGIN, failed) <= pause_ms(LOGIN, failed + 1) < FORGOTTEN_AFTER_MS


def test_after_an_hour_nothing_counts_any_more() -> None:
    attempts = Attempts(50, NOW)
    assert attempts.remembered(NOW + FORGOTTEN_AFTER_MS - 1) == 50
    assert attempts.remembered(NOW + FORGOTTEN_AFTER_MS) == 0
    assert Attempts().wait_ms(LOGIN, NOW) == 0


def test_what_is_counted_by_is_not_said_and_kinds_are_apart() -> None:
    assert "anna" not in subject("login", "anna")
    assert len({subject("login", "anna"), subject("person", "anna"), subject("client", "anna")}) == 3
