"""A small canvas: plain shapes in 640 by 640 units over an evening sky, kept as JPEG like all pictures of Spotify."""

import io
from collections.abc import Sequence

from PIL import Image, ImageColor, ImageDraw, ImageOps

SIDE = 640
"""Units across, whatever the picture's size."""

_FINER = 2
"""Drawn so many times as large and then reduced: Pillow draws hard edges."""

_STEPS = 24
_QUALITY = 85

Point = tuple[float, float]


class Canvas:
    """`size`: pixels of each side. The sky goes from `above` to `below`, `turn` degrees off the upright."""

    def __init__(self, size: int, above: str, below: str, turn: float) -> None:
        self._scale = size * _FINER / SIDE
        whole = Image.linear_gradient("L").rotate(turn, Image.Resampling.BICUBIC, fillcolor=128)
        inner = ImageOps.autocontrast(whole.crop((48, 48, 208, 208)))
        sky = ImageOps.colorize(inner, above, below)
        self._image = sky.resize((size * _FINER, size * _FINER), Image.Resampling.BICUBIC)
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    def disc(self, x: float, y: float, radius: float, colour: str, opacity: float = 1) -> None:
        """A full circle."""
        self.oval(x, y, radius, radius, colour, opacity)

    def oval(self, x: float, y: float, across: float, down: float, colour: str, opacity: float = 1) -> None:
        """An ellipse with these two radii."""
        self._draw.ellipse(self._scaled(x - across, y - down, x + across, y + down), fill=_ink(colour, opacity))

    def ring(self, x: float, y: float, radius: float, width: float, colour: str, opacity: float) -> None:
        """A circle's line."""
        box = self._scaled(x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(box, outline=_ink(colour, opacity), width=round(width * self._scale))

    def quarter(self, x: float, y: float, radius: float, start: int, colour: str, opacity: float) -> None:
        """A quarter of a disc around a corner, clockwise from `start` degrees."""
        box = self._scaled(x - radius, y - radius, x + radius, y + radius)
        self._draw.pieslice(box, start, start + 90, fill=_ink(colour, opacity))

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, opacity: float = 1, corner: float = 0
    ) -> None:
        """An upright rectangle, its corners rounded by `corner`."""
        place = self._scaled(x, y, x + width, y + height)
        self._draw.rounded_rectangle(place, corner * self._scale, fill=_ink(colour, opacity))

    def area(self, points: Sequence[Point], colour: str, opacity: float = 1) -> None:
        """What lies within these points."""
        self._draw.polygon([(x * self._scale, y * self._scale) for x, y in points], fill=_ink(colour, opacity))

    def jpeg(self) -> bytes:
        """The picture as a file."""
        file = io.BytesIO()
        self._image.reduce(_FINER).save(file, "JPEG", quality=_QUALITY)
        return file.getvalue()

    def _scaled(self, *units: float) -> list[float]:
        return [unit * self._scale for unit in units]


def curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Points of a cubic Bézier curve."""
    return [_between(start, first, second, end, step / _STEPS) for step in range(_STEPS + 1)]


def _between(start: Point, first: Point, second: Point, end: Point, along: float) -> Point:
    """The point at a part of the way, from 0 to 1."""
    back = 1 - along
    a, b, c, d = back**3, 3 * back**2 * along, 3 * back * along**2, along**3
    x, y = ((a * start[i] + b * first[i] + c * second[i] + d * end[i]) for i in (0, 1))
    return x, y


def _ink(colour: str, opacity: float) -> tuple[int, ...]:
    return (*ImageColor.getrgb(colour)[:3], round(255 * opacity))
