"""Sounds for tests: hums, silences, and files of them."""

import wave
from pathlib import Path

import numpy as np

from pipeline.audio.waves import RATE, Samples


def hum(seconds: float, rate: int = RATE) -> Samples:
    """Return a sound like a voice: a vowel that swells and ebbs three times a second."""
    time = np.arange(round(seconds * rate)) / rate
    tone = sum(np.sin(2 * np.pi * 140 * n * time) / n for n in (1, 2, 3, 5, 8))
    return (0.15 * tone * (1.2 + np.sin(2 * np.pi * 3 * time))).astype(np.float32)


def quiet(seconds: float) -> Samples:
    """Return silence."""
    return np.zeros(round(seconds * RATE), np.float32)


def write_wav(path: Path, samples: Samples, rate: int = RATE, channels: int = 1) -> Path:
    """Write a sound as a recorder does, the same in each channel."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = np.clip(np.rint(samples * 32767), -32767, 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat(whole, channels).tobytes())
    return path
