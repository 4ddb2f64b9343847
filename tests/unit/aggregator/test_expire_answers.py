"""Forgetting stored answers."""

from aggregator.handlers.expire_answers import BATCH, ExpireAnswers
from tests.unit.aggregator.fakes import Answers


async def test_only_what_has_expired_in_bounded_steps_and_twice_is_harmless() -> None:
    answers = Answers([])
    for number in range(2 * BATCH + 5):
        await answers.put(f"old{number}", "p", 1, b"", 999)
    await answers.put("new", "p", 1, b"", 1_000)
    expire = ExpireAnswers(answers, lambda: 1_000)
    assert await expire() == 2 * BATCH + 5
    assert await expire() == 0
    assert list(answers.stored) == ["new"]
