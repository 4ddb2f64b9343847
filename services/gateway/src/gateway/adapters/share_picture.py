"""The picture of a share, 1200 × 630, drawn by Pillow: what others show beside its link."""

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from gateway.adapters.share_type import Face, Typeface
from gateway.domain.share.card import Card, Favourite

WIDTH, HEIGHT = 1200, 630

_PAPER, _INK, _INK_2, _LINE, _EMBER = "#170F1B", "#F6EAE3", "#C0ADBC", "#3B2D41", "#FF9A6C"
_RINGS = ("#FCE0B0", "#F2A061", "#CC5C3F", "#8C3549", "#4A2440")
"""The dark side of the page's tokens: a picture has no reader's preference to follow."""

_LEFT = 72
_HORIZON = 430
_FIGURE_RIGHT = 800
_HALF = 564
_COLOURS = 160
"""Enough for smooth edges; a third of the bytes of all colours."""
_SHARPER = 3
"""Rings are drawn so many times larger and made smaller, for smooth edges."""
_MARK = ((0.0, 26.0, 5.2), (9.0, 19.0, 4.2), (16.6, 13.0, 3.2), (23.0, 8.4, 2.4), (28.6, 4.8, 1.8))
"""x, height and width of the mark's strokes, in a box of 31 × 26."""


class SharePicture:
    """Implements ports.DrawsPictures. Lines that the fonts cannot write are left out."""

    def __init__(self, fonts: Path) -> None:
        self._display = Typeface(fonts, "ysabeau-office")
        self._text = Typeface(fonts, "commissioner")
        self._ground = _ground()

    def draw(self, card: Card) -> bytes:
        """A PNG of 1200 × 630."""
        picture = self._ground.copy()
        pen = ImageDraw.Draw(picture)
        self._display.face(38, 500).line(pen, (_LEFT + 52, 72), "Nachklang", _INK)
        self._text.face(26, 400).line(pen, (_LEFT, 148), card.owner, _INK_2, width=_FIGURE_RIGHT - _LEFT)
        self._display.face(46, 400).line(pen, (_LEFT, 198), card.window, _INK, width=_FIGURE_RIGHT)
        figure = self._display.face(150, 300)
        end = figure.line(pen, (_LEFT - 6, 318), card.figure, _EMBER)
        self._display.face(48, 400).line(pen, (end + 18, 354), card.unit, _EMBER)
        pen.line([(_LEFT, _HORIZON), (WIDTH, _HORIZON)], _LINE, 2)
        for place, favourite in zip((_LEFT, _LEFT + _HALF), (card.song, card.artist), strict=True):
            if favourite is not None:
                self._favourite(pen, place, favourite)
        return _png(picture)

    def _favourite(self, pen: ImageDraw.ImageDraw, x: int, favourite: Favourite) -> None:
        width = _HALF - 48
        name = _largest(self._display, (50, 42, 34), favourite.name, width)
        if not name.can_write(favourite.name):
            return
        small, below = self._text.face(24, 400), favourite.time
        if favourite.by and small.can_write(favourite.by):
            below = f"{favourite.by} · {favourite.time}"
        self._text.face(22, 400).line(pen, (x, 462), favourite.label, _INK_2, width=width)
        name.line(pen, (x, 510), favourite.name, _INK, width=width)
        small.line(pen, (x, 560), below, _INK_2, width=width)


def _largest(typeface: Typeface, sizes: Sequence[int], text: str, width: int) -> Face:
    """The largest of these sizes in which `text` fits, else the smallest."""
    faces = [typeface.face(size, 400) for size in sizes]
    return next((face for face in faces if face.length(text) <= width), faces[-1])


def _ground() -> Image.Image:
    """What every picture has: paper, rings that fade, the mark."""
    large = Image.new("RGB", (WIDTH * _SHARPER, HEIGHT * _SHARPER), _PAPER)
    pen = ImageDraw.Draw(large)
    x, y = 1110 * _SHARPER, 226 * _SHARPER
    for number in range(8, 0, -1):
        radius = (26 + 34 * number) * _SHARPER
        thin = (24 - 2.6 * number) * _SHARPER
        colour = _RINGS[min(number // 2, len(_RINGS) - 1)]
        pen.ellipse([x - radius, y - radius, x + radius, y + radius], outline=colour, width=round(thin))
    pen.ellipse([x - 26 * _SHARPER, y - 26 * _SHARPER, x + 26 * _SHARPER, y + 26 * _SHARPER], fill=_RINGS[0])
    pen.rectangle([0, _HORIZON * _SHARPER, WIDTH * _SHARPER, HEIGHT * _SHARPER], fill=_PAPER)
    for left, height, width in _MARK:
        box = (_LEFT + left * 1.25, 72 - height * 0.625, _LEFT + (left + width) * 1.25, 72 + height * 0.625)
        pen.rounded_rectangle([at * _SHARPER for at in box], radius=width * 0.625 * _SHARPER, fill=_EMBER)
    return large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _png(picture: Image.Image) -> bytes:
    sent = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(sent, "PNG")
    return sent.getvalue()
