"""How much memory the uploader takes at most, and whether it grows with the upload."""

from tests.bench.figures.figure import Figure

LIMIT_MIB = 300.0
LIMIT_GROWTH = 1.2


def uploader_memory(small: float, big: float) -> Figure:
    """`small` and `big`: peaks (PSS, MiB) during the import of the small and of the ten times larger history."""
    return Figure(
        name="uploader, peak memory",
        value=max(small, big),
        limit=LIMIT_MIB,
        unit="MiB",
        beside=f"{small:.0f} MiB for the small history, {big:.0f} MiB for the big one",
        raw={"small_mib": [small], "big_mib": [big]},
    )


def uploader_growth(small: float, big: float) -> Figure:
    """The same peaks, one in relation to the other."""
    return Figure(
        name="uploader, peak memory, big history over small",
        value=max(small, big) / min(small, big),
        limit=LIMIT_GROWTH,
        unit="x",
        raw={"small_mib": [small], "big_mib": [big]},
    )
