"""The files of the languages (`languages/xx.json`): what a share's page and picture say in each."""

from pathlib import Path

import msgspec
from babel import Locale, UnknownLocaleError, localedata

from gateway.domain.share.language import ORDINARY, Language, Languages
from gateway.domain.share.words import Words


class BrokenLanguage(Exception):
    """A language's file cannot be used; the text says which, and what to do."""


class _File(msgspec.Struct):
    """What is read of a file; the rest is the page's own (web/languages.mjs)."""

    tag: str
    share: Words


def read_languages(folder: Path) -> Languages:
    """Every language that has a file in `folder`, by the file's name. Raises BrokenLanguage."""
    languages = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}
    if ORDINARY not in languages:
        raise BrokenLanguage(f"{folder} has no {ORDINARY}.json, which is for all whose language there is not.")
    return languages


def _read(path: Path) -> Language:
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        locale = Locale.parse(file.tag, sep="-")
    except (ValueError, UnknownLocaleError) as error:  # what msgspec raises are ValueErrors
        raise BrokenLanguage(f"{path.name}: {error}. {ORDINARY}.json shows what a language's file holds.") from error
    localedata.load(str(locale))  # else read from disk when the first page is made
    return Language(path.stem, locale, file.share)
