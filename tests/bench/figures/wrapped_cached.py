"""How long a wrapped takes that was asked for before, the session being checked each time, and how many a second."""

from tests.bench.figures.figure import Figure, quantile, spread
from tests.bench.load.order import Outcome

LIMIT_MS = 3.0
LIMIT_SHARE = 0.5


def wrapped_cached(one: Outcome) -> Figure:
    """One client, one question after the other."""
    return Figure(
        name="wrapped, cached, session checked: p50",
        value=quantile(one.ms, 0.5),
        limit=LIMIT_MS,
        unit="ms",
        beside=f"{spread(one.ms, 'ms')}, p99 {quantile(one.ms, 0.99):.1f} ms; {one.bytes // len(one.ms):,} bytes each",
        raw={"ms": one.ms},
    )


def wrapped_cached_share(ours: Outcome, bare: Outcome) -> Figure:
    """Many clients at once, beside a bare aiohttp handler that sends the same bytes to the same clients."""
    clients = ", ".join(f"{each.cpu_share:.0%}" for each in (ours, bare))
    return Figure(
        name="cached: requests a second, times a bare aiohttp handler",
        value=ours.per_second / bare.per_second,
        limit=LIMIT_SHARE,
        at_least=True,
        unit="x",
        beside=f"ours {ours.per_second:,.0f}/s, bare {bare.per_second:,.0f}/s; client's share of both cores {clients}",
        raw={"ours_per_s": [ours.per_second], "bare_per_s": [bare.per_second]},
    )
