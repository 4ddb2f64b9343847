"""Type in pictures: a typeface in several files, one per script, and lines of text in it."""

from pathlib import Path
from typing import NamedTuple

from PIL import ImageDraw, ImageFont

_SCRIPTS = ("latin", "latin-ext", "cyrillic", "greek", "vietnamese")
_UNWRITTEN = "\uffff"
"""No character at all: what stands for it stands for everything that a font lacks."""
_PROBE_PIXELS = 24
_ELLIPSIS = "…"
_LONGEST = 200
"""Characters: no line of a picture has room for more, and names of exports may be of any length."""


class _File:
    """One file of a typeface."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._probe = ImageFont.truetype(path, _PROBE_PIXELS)
        self._lacking = self._shape(_UNWRITTEN)
        self._known: dict[str, bool] = {}

    def has(self, letter: str) -> bool:
        """Whether the file has this character."""
        if letter not in self._known:
            self._known[letter] = self._shape(letter) != self._lacking
        return self._known[letter]

    def _shape(self, letter: str) -> tuple[tuple[int, int], bytes]:
        mask = self._probe.getmask(letter)
        return mask.size, bytes(mask)


class _Font:
    """One file in one size and weight."""

    def __init__(self, file: _File, size: int, weight: int) -> None:
        self.has = file.has
        self.drawn = ImageFont.truetype(file.path, size)
        self.drawn.set_variation_by_axes([weight])


class _Run(NamedTuple):
    """Characters of one line that one file can write."""

    font: _Font
    text: str


class Face:
    """A typeface in one size and weight."""

    def __init__(self, fonts: list[_Font]) -> None:
        self._fonts = fonts

    def line(
        self, pen: ImageDraw.ImageDraw, at: tuple[int, int], text: str, colour: str, width: int | None = None
    ) -> int:
        """Write `text` from `at` (left, middle of the letters) on, cut to `width`; where it ends.

        Nothing is written where a character is in none of the files: no boxes.
        """
        x, y = at
        shown = _in_one_line(text)
        runs = self._runs(self._cut(shown, width) if width else shown)
        for run in runs or []:
            pen.text((x, y), run.text, colour, font=run.font.drawn, anchor="lm")
            x += round(run.font.drawn.getlength(run.text))
        return x

    def can_write(self, text: str) -> bool:
        """Whether every character is in one of the files."""
        return self._runs(_in_one_line(text)) is not None

    def length(self, text: str) -> int:
        """The width of `text` in pixels, 0 where it can't be written."""
        return sum(round(run.font.drawn.getlength(run.text)) for run in self._runs(_in_one_line(text)) or [])

    def _cut(self, text: str, width: int) -> str:
        if self.length(text) <= width:
            return text
        kept = text
        while kept and self.length(kept.rstrip() + _ELLIPSIS) > width:
            kept = kept[:-1]
        return kept.rstrip() + _ELLIPSIS

    def _runs(self, text: str) -> list[_Run] | None:
        """`text` in pieces that one file can write; None where that is not possible."""
        runs: list[_Run] = []
        for letter in text:
            font = runs[-1].font if runs and runs[-1].font.has(letter) else self._font_of(letter)
            if font is None:
                return None
            if runs and runs[-1].font is font:
                runs[-1] = _Run(font, runs[-1].text + letter)
            else:
                runs.append(_Run(font, letter))
        return runs

    def _font_of(self, letter: str) -> _Font | None:
        return next((font for font in self._fonts if font.has(letter)), None)


class Typeface:
    """All files of a typeface; faces are opened when they are needed first."""

    def __init__(self, folder: Path, name: str) -> None:
        self._files = [_File(folder / f"{name}-{script}.woff2") for script in _SCRIPTS]
        self._faces: dict[tuple[int, int], Face] = {}

    def face(self, size: int, weight: int) -> Face:
        """The typeface in pixels and weight, 100 to 900."""
        if (size, weight) not in self._faces:
            self._faces[size, weight] = Face([_Font(file, size, weight) for file in self._files])
        return self._faces[size, weight]


def _in_one_line(text: str) -> str:
    """The beginning of `text` with plain blanks only: narrow ones are in neither typeface, line breaks can't be set."""
    return " ".join(text[:_LONGEST].split())
