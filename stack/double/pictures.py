"""Covers and portraits, drawn from 12 bytes: evening colours and a few plain shapes, as SVG."""

from collections.abc import Callable

Palette = tuple[str, str, str, str]
"""Two colours of the sky (above, below), one for the shapes, one for the light."""

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
_SIDE = 640


def draw(kind: str, size: int, seed: bytes) -> str:
    """The SVG of a picture, `size` pixels square. Artists and people get a portrait, all else a cover."""
    palette = _PALETTES[seed[0] % len(_PALETTES)]
    motifs = _PORTRAITS if kind in ("artist", "user") else _COVERS
    shapes = motifs[seed[1] % len(motifs)](seed[2:], palette)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {_SIDE} {_SIDE}">'
        f'<defs><linearGradient id="sky" gradientTransform="rotate({60 + seed[2] % 60})">'
        f'<stop stop-color="{palette[0]}"/><stop offset="1" stop-color="{palette[1]}"/></linearGradient></defs>'
        f'<rect width="{_SIDE}" height="{_SIDE}" fill="url(#sky)"/>{shapes}</svg>'
    )


def _rings(seed: bytes, palette: Palette) -> str:
    """A struck note: rings that grow finer outwards from a corner or a side."""
    x, y, step = 80 + seed[1] * 480 // 255, 80 + seed[2] * 480 // 255, 44 + seed[3] % 24
    return "".join(
        f'<circle cx="{x}" cy="{y}" r="{(index + 1) * step}" fill="none" stroke="{palette[3]}" '
        f'stroke-width="{max(2, 22 - 3 * index)}" opacity="{max(0.12, 0.95 - 0.11 * index):.2f}"/>'
        for index in range(9)
    )


def _horizon(seed: bytes, palette: Palette) -> str:
    """A low sun over water."""
    x, radius, line = 160 + seed[1] * 320 // 255, 70 + seed[2] % 90, 380 + seed[3] % 80
    glints = "".join(
        f'<rect x="{x - width // 2}" y="{line + 24 + 34 * index}" width="{width}" height="8" rx="4" '
        f'fill="{palette[3]}" opacity="{0.7 - 0.1 * index:.1f}"/>'
        for index, width in enumerate(2 * radius + seed[4 + index] % 90 - 30 * index for index in range(5))
    )
    return (
        f'<circle cx="{x}" cy="{line - radius // 3}" r="{radius}" fill="{palette[3]}"/>'
        f'<rect y="{line}" width="{_SIDE}" height="{_SIDE - line}" fill="{palette[2]}"/>{glints}'
    )


def _hills(seed: bytes, palette: Palette) -> str:
    """Ridges behind each other, a small moon above."""
    ridges = "".join(
        f'<path d="M0 {base} C 160 {base - 40 - seed[1 + index]} 260 {base + 60} 400 {base - seed[4 + index] // 3} '
        f'S 580 {base - 60} 640 {base - 20} V 640 H 0 Z" fill="{palette[2]}" opacity="{0.45 + 0.25 * index:.2f}"/>'
        for index, base in enumerate((360, 440, 530))
    )
    moon = f'<circle cx="{120 + seed[8] * 400 // 255}" cy="{110 + seed[9] % 70}" r="38" fill="{palette[3]}"/>'
    return moon + ridges


def _strokes(seed: bytes, palette: Palette) -> str:
    """Upright strokes like a sound that thins out."""
    bars = []
    for index in range(9):
        height = 80 + seed[index] * (420 - 34 * index) // 255
        bars.append(
            f'<rect x="{76 + 56 * index}" y="{320 - height // 2}" width="{30 - 2 * index}" height="{height}" '
            f'rx="{15 - index}" fill="{palette[3 if index % 3 else 2]}" opacity="{1 - 0.07 * index:.2f}"/>'
        )
    return "".join(bars)


def _quarters(seed: bytes, palette: Palette) -> str:
    """Sixteen tiles, each with a quarter of a disc turned one of four ways."""
    tiles = []
    for index in range(16):
        turn = 90 * (seed[index % 9] >> (index // 9 * 2) & 3)
        colour = palette[2 + (seed[(index + 4) % 9] >> 4 & 1)]
        x, y = 160 * (index % 4), 160 * (index // 4)
        tiles.append(
            f'<path d="M0 0 H160 A160 160 0 0 1 0 160 Z" fill="{colour}" opacity="0.82" '
            f'transform="translate({x} {y}) rotate({turn} 80 80)"/>'
        )
    return "".join(tiles)


def _bands(seed: bytes, palette: Palette) -> str:
    """Half discs stacked like a setting sun seen through blinds."""
    x, radius = 320, 200 + seed[1] % 40
    gaps = "".join(
        f'<rect y="{330 + 46 * index}" width="{_SIDE}" height="{10 + 5 * index}" fill="{palette[1]}"/>'
        for index in range(5)
    )
    return f'<circle cx="{x}" cy="320" r="{radius}" fill="{palette[3]}"/>{gaps}'


def _figure(seed: bytes, palette: Palette) -> str:
    """Head and shoulders before a low sun."""
    lean = seed[1] % 80 - 40
    return (
        f'<circle cx="{320 + 3 * lean}" cy="{250 + seed[2] % 60}" r="{190 + seed[3] % 50}" '
        f'fill="{palette[3]}" opacity="0.85"/>'
        f'<path d="M90 640 C 100 470 220 430 {320 + lean} 430 S 540 470 550 640 Z" fill="{palette[2]}"/>'
        f'<ellipse cx="{320 + lean}" cy="290" rx="{96 + seed[4] % 18}" ry="{120 + seed[5] % 18}" fill="{palette[2]}"/>'
    )


def _group(seed: bytes, palette: Palette) -> str:
    """Three figures on a stage in one light."""
    people = "".join(
        f'<g transform="translate({130 + 190 * index} {300 + seed[1 + index] % 70})" fill="{palette[2]}">'
        f'<ellipse rx="52" ry="64"/><path d="M-105 340 C -100 120 -60 88 0 88 S 100 120 105 340 Z"/></g>'
        for index in range(3)
    )
    light = f'<path d="M{240 + seed[5] % 160} 0 L 20 640 H 620 Z" fill="{palette[3]}" opacity="0.55"/>'
    return light + people


_COVERS: tuple[Callable[[bytes, Palette], str], ...] = (_rings, _horizon, _hills, _strokes, _quarters, _bands)
_PORTRAITS: tuple[Callable[[bytes, Palette], str], ...] = (_figure, _group)
