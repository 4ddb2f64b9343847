"""Whole histories, played: made up page by page when they are asked for, so that they may be as long as one likes."""

import msgspec

from contracts.messages.history_pages import AskHistory, HistoryAnswered, HistoryColumns

PAGE = 2_000
YEARS = (2023, 2024, 2025)
_YEAR_MS = 365 * 86_400_000
_FIRST_MS = 1_672_531_200_000
"""1 January 2023."""


class PlayedHistories:
    """A person without an entry here has no plays. `fails_at` is a page that cannot be read, for whoever asks."""

    def __init__(self) -> None:
        self.plays: dict[str, int] = {}
        self.asked: list[AskHistory] = []
        self.fails_at: int | None = None

    def page(self, question: AskHistory) -> HistoryAnswered | None:
        """The next plays: each year has its part of them."""
        self.asked.append(question)
        total, first = self.plays.get(question.person_id, 0), int(question.cursor or 0)
        if self.fails_at is not None and first >= self.fails_at * PAGE:
            return None
        if not total:
            return HistoryAnswered(year=None, plays=None, next_cursor=None)
        a_year = -(-total // len(YEARS))
        year, end = first // a_year, min(first + PAGE, (first // a_year + 1) * a_year, total)
        following = str(end) if end < total else None
        return HistoryAnswered(year=YEARS[year], plays=plays(first, end - first, year), next_cursor=following)


def plays(first: int, count: int, year: int = 0) -> HistoryColumns:
    """Plays with numbers from `first` on: every value that a column may have is among them."""
    numbers = range(first, first + count)
    row = HistoryColumns(
        source=[("extended", "account", "live")[n % 3] for n in numbers],
        played_at=[_FIRST_MS + year * _YEAR_MS + n * 1_000 + n % 1_000 for n in numbers],
        ms_played=[n % 300_000 for n in numbers],
        kind=["track"] * count,
        artist=[f"Die „Nachbarn“, {n % 7}" if n % 11 else None for n in numbers],
        title=[f'Tür "{n % 97}"\n' for n in numbers],
        album=[None] * count,
        spotify_id=["4uLU6hMCjMI75M1A2tKUQC"] * count,
        platform=["ios"] * count,
        country=["DE"] * count,
        reason_start=["clickrow"] * count,
        reason_end=[None] * count,
        shuffle=[(True, False, None)[n % 3] for n in numbers],
        skipped=[None] * count,
        offline=[False] * count,
        offline_at=[1_700_000_000_123 if n % 2 else None for n in numbers],
        private=[True] * count,
    )
    assert {len(column) for column in msgspec.structs.astuple(row)} == {count}
    return row
