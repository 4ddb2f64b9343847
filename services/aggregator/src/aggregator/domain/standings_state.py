"""When standings have to be computed anew: what the last run knew, and what there is to know now."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StandingsState:
    """Of the last run that wrote, and of now.

    began_at                 when that run began, unix ms; 0 before the first one
    seen_leavings, leavings  how often somebody stopped to share, or was erased who shared: then, and until now
    seen_digest, digest      of who shares, and of the revisions of their histories; empty where nobody does
    """

    began_at: int
    seen_leavings: int
    seen_digest: str
    leavings: int
    digest: str

    def due(self, now: int, every_ms: int) -> bool:
        """Whether to run: at once if somebody left, for their part in the sums of others must not stay; else in turn,
        if anything is new.
        """
        if self.leavings != self.seen_leavings:
            return True
        return self.digest != self.seen_digest and now - self.began_at >= every_ms
