"""One export of each format, of one person: something to try the product with."""

from collections.abc import Iterator
from pathlib import Path

from tests.harness.histories.account import last_year
from tests.harness.histories.extended import Age
from tests.harness.histories.files import ExtendedStyle, extended_files
from tests.harness.histories.packages import Packing, write_account_zip, write_extended_zip, write_pair
from tests.harness.histories.timeline import Person, catalogue_of, listens


def write_samples(folder: Path, person: Person) -> Iterator[tuple[Path, str]]:
    """Write them one by one; yields each path with what it is."""
    catalogue = catalogue_of(person)
    account, extended = write_pair(folder, person)
    yield extended, "extended history, as Spotify packs it today"
    yield account, "account data of the last twelve months of the same listening"
    for name, what, style, packing in _OLD_STYLES:
        yield write_extended_zip(folder / name, listens(person, catalogue), style, packing), what
    *_, newest = listens(person, catalogue)
    recent = last_year(listens(person, catalogue), newest.ended_at)
    old_account = write_account_zip(folder / "account-2019.zip", recent, "old", Packing(folder="MyData"))
    yield old_account, "account data as it was: StreamingHistoryN.json, podcasts among the music"
    for file_name, content in extended_files(listens(person, catalogue), ExtendedStyle(rows_per_file=1_000)):
        (folder / file_name).write_bytes(content)
        yield folder / file_name, "a single file of an extended history"
        return


_OLD_STYLES = (
    (
        "extended-endsong.zip", "extended history of 2021: 21 keys, endsong_N.json in MyData",
        ExtendedStyle(age=Age.KEYS_21, naming="endsong", indent=0), Packing(folder="MyData"),
    ),
    (
        "extended-2020.zip", "extended history of 2020: places, no track ids",
        ExtendedStyle(age=Age.WITH_PLACES, naming="endsong"), Packing(folder="MyData", extras=False),
    ),
    (
        "extended-2023.zip", "extended history of mid-2023: bare years, no folder",
        ExtendedStyle(age=Age.KEYS_21, naming="bare_year"), Packing(folder=""),
    ),
    (
        "extended-2024-mac.zip", "extended history of 2024: 19 keys, renamed and packed again on a Mac, with BOM",
        ExtendedStyle(age=Age.KEYS_19, bom=True), Packing(macosx=True, renamed=True),
    ),
)  # fmt: skip
