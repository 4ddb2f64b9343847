"""How much memory everything takes that `make run` starts."""

from collections.abc import Mapping

from tests.bench.figures.figure import Figure

LIMIT_MIB = 4096.0


def stack_memory(at_peak: Mapping[str, float], during: str) -> Figure:
    """`at_peak`: each process with its share (PSS, MiB) at the moment when the sum was largest."""
    largest = sorted(at_peak.items(), key=lambda item: -item[1])
    return Figure(
        name=f"whole local stack, peak memory, {during}",
        value=sum(at_peak.values()),
        limit=LIMIT_MIB,
        unit="MiB",
        beside=", ".join(f"{name} {mib:.0f}" for name, mib in largest),
        raw={name: [mib] for name, mib in at_peak.items()},
    )
