"""Covers and portraits, drawn from 12 bytes: evening colours and a few plain shapes."""

from collections.abc import Callable

from stack.double.canvas import SIDE, Canvas, curve

Palette = tuple[str, str, str, str]
"""Two colours of the sky (above, below), one for the shapes, one for the light."""

Motif = Callable[[Canvas, bytes, Palette], None]
"""Draws the shapes, as ten bytes say."""

_PALETTES: tuple[Palette, ...] = (
    ("#4E1C42", "#D4673C", "#170F1B", "#F6D3B3"),
    ("#2A1930", "#9A3440", "#EDA26B", "#FCE0B0"),
    ("#F6D3B3", "#EDA26B", "#9A3440", "#FFFCFA"),
    ("#1E6270", "#F2A061", "#2A1930", "#FCE0B0"),
    ("#170F1B", "#4A2440", "#CC5C3F", "#FFC08A"),
    ("#9A3440", "#F2A061", "#4E1C42", "#F6E3B4"),
    ("#2B2031", "#1E6270", "#86CAD2", "#F6D3B3"),
    ("#EDA26B", "#D4673C", "#4E1C42", "#FFFCFA"),
    ("#F6E3B4", "#B4566B", "#2A1930", "#FFFCFA"),
)


def draw(kind: str, size: int, seed: bytes) -> bytes:
    """The JPEG of a picture, `size` pixels square. Artists and people get a portrait, all else a cover."""
    palette = _PALETTES[seed[0] % len(_PALETTES)]
    canvas = Canvas(size, palette[0], palette[1], seed[2] % 60 - 30)
    motifs = _PORTRAITS if kind in ("artist", "user") else _COVERS
    motifs[seed[1] % len(motifs)](canvas, seed[2:], palette)
    return canvas.jpeg()


def _rings(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """A struck note: rings that grow finer outwards from a corner or a side."""
    x, y, step = 80 + seed[1] * 480 // 255, 80 + seed[2] * 480 // 255, 44 + seed[3] % 24
    for index in range(9):
        width, opacity = max(2, 22 - 3 * index), max(0.12, 0.95 - 0.11 * index)
        canvas.ring(x, y, (index + 1) * step + width / 2, width, palette[3], opacity)


def _horizon(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """A low sun over water."""
    x, radius, line = 160 + seed[1] * 320 // 255, 70 + seed[2] % 90, 380 + seed[3] % 80
    canvas.disc(x, line - radius // 3, radius, palette[3])
    canvas.box(0, line, SIDE, SIDE - line, palette[2])
    for index in range(5):
        width = 2 * radius + seed[4 + index] % 90 - 30 * index
        canvas.box(x - width / 2, line + 24 + 34 * index, width, 8, palette[3], 0.7 - 0.1 * index, corner=4)


def _hills(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """Ridges behind each other, a small moon above."""
    canvas.disc(120 + seed[8] * 400 // 255, 110 + seed[9] % 70, 38, palette[3])
    for index, base in enumerate((360, 440, 530)):
        crest = base - seed[4 + index] // 3
        rise = curve((0, base), (160, base - 40 - seed[1 + index]), (260, base + 60), (400, crest))
        fall = curve((400, crest), (540, 2 * crest - base - 60), (580, base - 60), (SIDE, base - 20))
        canvas.area([*rise, *fall, (SIDE, SIDE), (0, SIDE)], palette[2], 0.45 + 0.25 * index)


def _strokes(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """Upright strokes like a sound that thins out."""
    for index in range(9):
        height = 80 + seed[index] * (420 - 34 * index) // 255
        colour = palette[3 if index % 3 else 2]
        canvas.box(
            76 + 56 * index, 320 - height / 2, 30 - 2 * index, height, colour, 1 - 0.07 * index, corner=15 - index
        )


def _quarters(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """Sixteen tiles, each with a quarter of a disc turned one of four ways."""
    corners = ((0, 0), (160, 0), (160, 160), (0, 160))
    for index in range(16):
        turn = seed[index % 9] >> (index // 9 * 2) & 3
        colour = palette[2 + (seed[(index + 4) % 9] >> 4 & 1)]
        x, y = corners[turn]
        canvas.quarter(160 * (index % 4) + x, 160 * (index // 4) + y, 160, 90 * turn, colour, 0.82)


def _bands(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """Half discs stacked like a setting sun seen through blinds."""
    canvas.disc(320, 320, 200 + seed[1] % 40, palette[3])
    for index in range(5):
        canvas.box(0, 330 + 46 * index, SIDE, 10 + 5 * index, palette[1])


def _figure(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """Head and shoulders before a low sun."""
    middle = 320 + seed[1] % 80 - 40
    canvas.disc(3 * middle - 640, 250 + seed[2] % 60, 190 + seed[3] % 50, palette[3], 0.85)
    left = curve((90, 640), (100, 470), (220, 430), (middle, 430))
    right = curve((middle, 430), (2 * middle - 220, 430), (540, 470), (550, 640))
    canvas.area([*left, *right], palette[2])
    canvas.oval(middle, 290, 96 + seed[4] % 18, 120 + seed[5] % 18, palette[2])


def _group(canvas: Canvas, seed: bytes, palette: Palette) -> None:
    """Three figures on a stage in one light."""
    canvas.area([(240 + seed[5] % 160, 0), (20, 640), (620, 640)], palette[3], 0.55)
    for index in range(3):
        x, y = 130 + 190 * index, 300 + seed[1 + index] % 70
        canvas.oval(x, y, 52, 64, palette[2])
        left = curve((x - 105, y + 340), (x - 100, y + 120), (x - 60, y + 88), (x, y + 88))
        right = curve((x, y + 88), (x + 60, y + 88), (x + 100, y + 120), (x + 105, y + 340))
        canvas.area([*left, *right], palette[2])


_COVERS: tuple[Motif, ...] = (_rings, _horizon, _hills, _strokes, _quarters, _bands)
_PORTRAITS: tuple[Motif, ...] = (_figure, _group)
