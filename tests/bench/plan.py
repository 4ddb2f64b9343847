"""How much is measured."""

import msgspec


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes of a run; the defaults are those of the figures.

    `plays` is one history, `large_plays` the large one that is asked, `memory_plays` the one that must not need more
    memory. `warm_ups` are imports before the first that counts, for Java compiles what is used often, over several of
    them; `rounds` are those that count. `stored` people are there at first and `grown` later. Seconds bound the load.
    """

    plays: int = 150_000
    large_plays: int = 1_000_000
    memory_plays: int = 1_500_000
    warm_ups: int = 3
    rounds: int = 5
    grown: int = 50
    people: int = 20
    histories: int = 4
    questions: int = 200
    large_questions: int = 60
    rival_questions: int = 40
    windows: int = 2_000
    load_seconds: float = 25.0
    cached_seconds: float = 5.0


QUICK = Plan(
    plays=10_000,
    large_plays=40_000,
    memory_plays=60_000,
    warm_ups=1,
    rounds=2,
    grown=6,
    people=4,
    histories=2,
    questions=20,
    large_questions=10,
    rival_questions=10,
    windows=100,
    load_seconds=5.0,
    cached_seconds=1.0,
)
"""To try the bench: its figures say nothing."""
