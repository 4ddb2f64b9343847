"""A made-up sample: thirty seconds of a quiet tone, so that nobody's music is needed."""

from __future__ import annotations

import io
import wave
from functools import cache
from math import pi, sin

ADDRESS = "/made-up/tone.wav"
_RATE = 8_000
_SECONDS = 30
_HERTZ = 250


@cache
def sample() -> bytes:
    """A WAV file of 8 bits, mono."""
    period = bytes(128 + int(20 * sin(2 * pi * step * _HERTZ / _RATE)) for step in range(_RATE // _HERTZ))
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(_RATE)
        sound.writeframes(period * (_HERTZ * _SECONDS))
    return file.getvalue()
