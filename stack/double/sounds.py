"""Thirty made-up seconds of sound: struck notes that fade, picked by an id."""

import io
import math
import wave

from stack.double.ids import digest

SECONDS = 30
RATE = 8_000
_BEAT = 6_000
_BEATS_ROUND = 8
_SCALE = (0, 3, 5, 7, 10, 12, 15, 17)
_RING_OUT = 16_000


def sample(item_id: str) -> bytes:
    """A WAV file, 8 bit mono."""
    frames = _round(digest("sound", item_id))
    repeated = (frames * (SECONDS * RATE // len(frames) + 1))[: SECONDS * RATE]
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(repeated)
    return target.getvalue()


def _round(seed: bytes) -> bytes:
    """One round of notes; each rings on into the next ones, and over the end into the beginning."""
    length = _BEAT * _BEATS_ROUND
    sums = [0.0] * length
    for beat in range(_BEATS_ROUND):
        pitch = 196.0 * 2 ** (_SCALE[seed[beat] % len(_SCALE)] / 12)
        step = 2 * math.pi * pitch / RATE
        for index in range(_RING_OUT):
            fading = math.exp(-index / 3_500)
            sums[(beat * _BEAT + index) % length] += fading * (
                math.sin(step * index) + 0.3 * math.sin(2 * step * index)
            )
    loudest = max(abs(value) for value in sums)
    return bytes(128 + round(100 * value / loudest) for value in sums)
