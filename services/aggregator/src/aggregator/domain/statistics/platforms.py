"""On what somebody listens."""

from aggregator.domain.history.device_families import FAMILIES
from aggregator.domain.statistics.listening import Listening
from contracts.messages.habits import PlatformPart


def platforms(heard: Listening) -> list[PlatformPart]:
    """Playing time by kind of device, of the plays that name one: phone, tablet, computer, speaker, television, car,
    console, watch or web player. Names that we don't know are "other". Shares are of the playing time of all plays that
    name a device.
    """
    ms_played, plays = heard.counted.by_family.within(heard.rows)[:, :-1]  # the last one is no family
    whole = int(ms_played.sum())
    parts = [
        PlatformPart(name=name, ms_played=ms, plays=count, share=ms / whole if whole else 0.0)
        for name, ms, count in zip(FAMILIES, ms_played.tolist(), plays.tolist(), strict=True)
        if count
    ]
    return sorted(parts, key=lambda part: (-part.ms_played, -part.plays, part.name))
