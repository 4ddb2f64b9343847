"""A person's history over a sequence of uploads, and the account of every row (product.md)."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tests.harness.reference.counted import without_replaced_estimates
from tests.harness.reference.doubles import doubles
from tests.harness.reference.plays import RANK, Identity, Play, better
from tests.harness.reference.rows import RejectedError, play_of
from tests.harness.reference.uploads import Format, HistoryFile


@dataclass(slots=True)
class Rows:
    """read = imported + duplicate + rejected; duplicates that bettered a stored row are counted as improved too.

    `doubles` are those imported that count nowhere. `replaced_estimates`, of an upload only, are no rows of it.
    """

    read: int = 0
    imported: int = 0
    duplicate: int = 0
    rejected: int = 0
    improved: int = 0
    doubles: int = 0
    replaced_estimates: int = 0


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that is no play; `row` counts from 1."""

    file: str
    row: int
    reason: str


@dataclass(slots=True)
class FileAccount:
    """The account of one file."""

    name: str
    format: Format
    broken: bool
    rows: Rows = field(default_factory=Rows)


@dataclass(slots=True)
class Account:
    """The account of one upload."""

    files: list[FileAccount] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    replaced_estimates: int = 0

    @property
    def rows(self) -> Rows:
        """The sum over the files."""
        parts = [file.rows for file in self.files]
        whole = Rows(*(sum(getattr(part, name) for part in parts) for name in Rows.__slots__))
        return replace(whole, replaced_estimates=self.replaced_estimates)

    @property
    def reasons(self) -> dict[str, int]:
        """How many rows were rejected for each reason."""
        return dict(Counter(rejection.reason for rejection in self.rejections))


class History:
    """The plays of one person, by identity. `now_ms` is the present; no row may lie after it."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms
        self._plays: dict[Identity, Play] = {}

    def add(self, files: Iterable[HistoryFile]) -> Account:
        """Import an upload, file by file, and say what became of each row."""
        account = Account()
        read: list[Play] = []
        brought: list[list[Identity]] = []
        for file in files:
            known = set(self._plays)
            found, plays = self._add_file(file, account.rejections)
            account.files.append(found)
            brought.append([identity for identity in self._plays if identity not in known])
            read += plays
        left_out = self._doubles()
        for found, identities in zip(account.files, brought, strict=True):
            found.rows.doubles = sum(identity in left_out for identity in identities)
        account.replaced_estimates = sum(self._is_replaced(play, read) for play in self._plays.values())
        return account

    def add_live(self, plays: Iterable[Play]) -> None:
        """Take plays of the live feed."""
        for identity, play in _identified(list(plays)):
            self._store(identity, play, Rows())

    def plays(self) -> list[Play]:
        """Every distinct play, by moment, then by content."""
        return sorted(self._plays.values(), key=lambda play: play.content)

    def _add_file(self, file: HistoryFile, rejections: list[Rejection]) -> tuple[FileAccount, list[Play]]:
        account = FileAccount(file.name, file.format, file.broken)
        plays: list[Play] = []
        if file.format == "ignored":
            return account, plays
        for number, row in enumerate(file.rows, start=1):
            try:
                plays.append(play_of(row, file.format, self._now_ms))
            except RejectedError as error:
                rejections.append(Rejection(file.name, number, str(error)))
                account.rows.rejected += 1
        account.rows.read = len(file.rows)
        for identity, play in _identified(plays):
            self._store(identity, play, account.rows)
        account.rows.duplicate = account.rows.read - account.rows.imported - account.rows.rejected
        return account, plays

    def _doubles(self) -> set[Identity]:
        stored = sorted(self._plays.items(), key=lambda item: item[1].content)
        kept = set(map(id, without_replaced_estimates([play for _, play in stored])))
        shown = [(identity, play) for identity, play in stored if id(play) in kept]
        return {shown[index][0] for index in doubles([play for _, play in shown])}

    def _is_replaced(self, play: Play, read: list[Play]) -> bool:
        """Whether rows that were read stand for the play of the live feed now."""
        return play.source == "live" and play not in without_replaced_estimates([play, *read])

    def _store(self, identity: Identity, play: Play, rows: Rows) -> None:
        stored = self._plays.get(identity)
        if stored is None:
            rows.imported += 1
            self._plays[identity] = play
            return
        if RANK[play.source] > RANK[stored.source]:
            rows.improved += 1
        self._plays[identity] = better(stored, play)


def _identified(plays: list[Play]) -> list[tuple[Identity, Play]]:
    """Number the rows of one file that agree in everything: their occurrence completes the identity."""
    agreeing: dict[tuple[int, str, str, int], list[Play]] = defaultdict(list)
    for play in plays:
        agreeing[play.agreement].append(play)
    return [
        ((*agreement, occurrence), play)
        for agreement, group in agreeing.items()
        for occurrence, play in enumerate(sorted(group, key=lambda play: play.content))
    ]
