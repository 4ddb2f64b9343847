"""Covers for made-up titles, drawn from a hash of the name, so that pictures of the page hold nobody's artwork."""

from __future__ import annotations

from hashlib import sha256

PALETTES = [
    ("#1d3a4a", "#e8a15f", "#f6e3c4"),
    ("#3c2a5e", "#c98bb9", "#f5dcd6"),
    ("#e5707e", "#fbe3b5", "#14213d"),
    ("#204b3f", "#9cc2a0", "#f3ecd2"),
    ("#7a2f2f", "#d9894f", "#f7e8d0"),
    ("#243b6b", "#7fa6c9", "#f1e9da"),
]


def cover(name: str) -> str:
    """An SVG of 640 × 640."""
    seed = sha256(name.encode()).digest()
    dark, warm, light = PALETTES[seed[0] % len(PALETTES)]
    draw = _portrait if name.startswith("portrait of ") else [_lanes, _arcs, _sunset, _hills][seed[3] % 4]
    shapes = draw(seed, dark, light)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640" width="640" height="640">'
        f'<linearGradient id="g" x2=".3" y2="1"><stop stop-color="{dark}"/>'
        f'<stop offset="1" stop-color="{warm}"/></linearGradient>'
        f'<rect width="640" height="640" fill="url(#g)"/>{shapes}</svg>'
    )


def _sunset(seed: bytes, dark: str, light: str) -> str:
    lines = "".join(
        f'<rect x="{170 + 14 * i}" y="{424 + 34 * i}" width="{300 - 28 * i}" height="9" '
        f'fill="{light}" opacity="{0.8 - 0.12 * i:.2f}"/>'
        for i in range(6)
    )
    sun = f'<circle cx="320" cy="400" r="{130 + seed[2] % 40}" fill="{light}"/>'
    return f'{sun}<rect y="400" width="640" height="240" fill="{dark}"/>{lines}'


def _arcs(seed: bytes, dark: str, light: str) -> str:
    return (
        f'<path d="M0 640 A640 640 0 0 1 640 0 V640Z" fill="{light}"/>'
        f'<path d="M200 640 A440 440 0 0 1 640 200 V640Z" fill="{dark}"/>'
        f'<circle cx="{110 + seed[2] % 80}" cy="150" r="54" fill="{light}"/>'
    )


def _lanes(seed: bytes, dark: str, light: str) -> str:
    return "".join(
        f'<rect x="{40 + 96 * i}" y="{640 - 120 - (seed[2 + i] % 200) * 2}" width="56" height="640" rx="28" '
        f'fill="{light if i % 2 else dark}"/>'
        for i in range(6)
    )


def _hills(seed: bytes, dark: str, light: str) -> str:
    top = 300 + seed[2] % 90
    return (
        f'<circle cx="{430 + seed[3] % 90}" cy="170" r="70" fill="{light}"/>'
        f'<path d="M0 {top + 60} Q160 {top - 60} 340 {top + 40} T640 {top} V640 H0Z" fill="{dark}" opacity=".7"/>'
        f'<path d="M0 {top + 190} Q220 {top + 60} 400 {top + 170} T640 {top + 130} V640 H0Z" fill="{dark}"/>'
    )


def _portrait(seed: bytes, dark: str, light: str) -> str:
    return (
        f'<circle cx="{420 + seed[2] % 120}" cy="150" r="210" fill="{light}" opacity=".45"/>'
        f'<path d="M70 640 C80 500 190 450 270 440 V380 C200 340 190 250 215 190 C245 120 390 110 425 190 '
        f'C450 260 430 345 375 385 V440 C470 452 570 510 580 640Z" fill="{light}"/>'
        f'<path d="M205 250 C180 130 300 70 380 100 C470 130 470 260 430 330 C440 240 380 200 330 210 '
        f'C270 220 230 210 205 250Z" fill="{dark}"/>'
    )
