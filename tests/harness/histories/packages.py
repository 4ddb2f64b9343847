"""Exports as Spotify packs them: zips in every layout, streamed to disk file by file."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from tests.harness.histories.account import last_year
from tests.harness.histories.extras import account_extras, extended_extras, macosx_twin
from tests.harness.histories.files import AccountNaming, ExtendedStyle, File, account_files, extended_files
from tests.harness.histories.listens import Listen
from tests.harness.histories.timeline import Person, catalogue_of, listens

Folder = Literal["Spotify Extended Streaming History", "Spotify Account Data", "MyData", ""]
GROUP = 4  # so many files are held to be put out of order
WHEN = (2026, 10, 1, 0, 0, 0)  # the same bytes for the same history


@dataclass(frozen=True, slots=True)
class Packing:
    """How files get into a zip. `renamed`: as browsers and people rename; `macosx`: packed again on a Mac."""

    folder: Folder = "Spotify Extended Streaming History"
    extras: bool = True
    macosx: bool = False
    renamed: bool = False
    out_of_order: bool = True


def write_extended_zip(
    path: Path, plays: Iterable[Listen], style: ExtendedStyle | None = None, packing: Packing | None = None
) -> Path:
    """An extended history; holds at most four files of rows in memory."""
    packing = packing or Packing()
    _write(path, extended_files(plays, style), extended_extras(), packing)
    return path


def write_account_zip(
    path: Path, plays: Iterable[Listen], naming: AccountNaming = "split", packing: Packing | None = None
) -> Path:
    """Account data of exactly the given plays (`account.last_year` picks them)."""
    packing = packing or Packing(folder="Spotify Account Data")
    _write(path, account_files(plays, naming), account_extras(), packing)
    return path


def write_pair(folder: Path, person: Person) -> tuple[Path, Path]:
    """The same listening twice: the account data of the last twelve months, and the whole extended history.

    Plays without names stand in the extended one only: the account's "Unknown Track" is another identity (product.md).
    """
    catalogue = catalogue_of(person)
    *_, newest = listens(person, catalogue)
    recent = last_year(listens(person, catalogue), newest.ended_at)
    account = write_account_zip(folder / "account.zip", (play for play in recent if play.names == "all"))
    return account, write_extended_zip(folder / "extended.zip", listens(person, catalogue))


def _write(path: Path, files: Iterator[File], extras: list[File], packing: Packing) -> None:
    rng = Random("archive order")
    prefix = f"{packing.folder}/" if packing.folder else ""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _ordered(rng, _all(files, extras, packing), packing):
            info = zipfile.ZipInfo(prefix + name, WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
            if packing.macosx:
                twin, fork = macosx_twin(prefix + name)
                archive.writestr(zipfile.ZipInfo(twin, WHEN), fork)


def _all(files: Iterator[File], extras: list[File], packing: Packing) -> Iterator[File]:
    if packing.extras:
        yield from extras
    for number, (name, content) in enumerate(files):
        yield (_renamed(name, number) if packing.renamed else name), content


def _renamed(name: str, number: int) -> str:
    return (f"history ({number}).json", f"{name}.json", f"копия {number} {name.upper()}")[number % 3]


def _ordered(rng: Random, files: Iterator[File], packing: Packing) -> Iterator[File]:
    group: list[File] = []
    for file in files:
        group.append(file)
        if len(group) == GROUP or not packing.out_of_order:
            rng.shuffle(group)
            yield from group
            group = []
    rng.shuffle(group)
    yield from group
