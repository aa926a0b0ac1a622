"""Waves: sound files as arrays of samples, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import av
import numpy as np
import numpy.typing as npt
from av.audio.resampler import AudioResampler

RATE = 48_000
"""Samples a second of all sound that is kept or mixed."""
LONGEST = 600.0
"""Seconds; a longer file is not accepted as a line."""

_WINDOW = RATE // 100
_FLOOR = 10 ** (-60 / 20)
"""The amplitude below which sound is silence; full scale is 1."""
_BELOW = 10 ** (-35 / 20)
"""The share of the amplitude of a voice's loud windows below which a window is room noise."""
_BEFORE, _AFTER = 0.03, 0.08
"""Seconds kept before and after the voice, for a soft first consonant and a last breath."""
_EDGE = RATE // 200

Samples: TypeAlias = npt.NDArray[np.float32]
"""Samples ``(N,)`` of one channel at ``RATE``; full scale is ±1."""


class WaveError(ValueError):
    """A file holds no usable sound; the message says why in a few words."""


def read_wave(path: Path) -> Samples:
    """Return the sound of any audio file, mixed down to one channel at ``RATE``.

    Raises
    ------
    WaveError
        If the file cannot be decoded, holds no sound, or more than ``LONGEST`` seconds of it.
    """
    resampler = AudioResampler(format="flt", layout="mono", rate=RATE)
    parts: list[Samples] = []
    count = 0
    try:
        with av.open(path) as container:
            if not container.streams.audio:
                raise WaveError("holds no sound")
            for frame in container.decode(container.streams.audio[0]):
                for even in resampler.resample(frame):
                    parts.append(even.to_ndarray()[0])
                    count += even.samples
                if count > LONGEST * RATE:
                    raise WaveError(f"is longer than {LONGEST:.0f} s")
        parts += [even.to_ndarray()[0] for even in resampler.resample(None)]
    except (av.FFmpegError, OSError) as error:
        raise WaveError(f"cannot be decoded ({error.strerror or error})") from error
    samples = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    if not samples.size or not np.isfinite(samples).all():
        raise WaveError("holds no sound")
    return samples.astype(np.float32)


def write_flac(path: Path, samples: Samples) -> None:
    """Write samples as FLAC of 16 bits; larger samples are clipped to full scale."""
    whole = np.clip(np.rint(samples * 32767), -32767, 32767).astype(np.int16)
    with av.open(path, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=RATE, layout="mono", format="s16")
        frame = av.AudioFrame.from_ndarray(whole[None], format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def trim(samples: Samples) -> tuple[Samples, float]:
    """Cut off the silence at both ends, and soften the cuts.

    Returns
    -------
    tuple
        The voice alone, and how many seconds were cut off before it.

    Raises
    ------
    WaveError
        If there is nothing but silence.
    """
    windows = -(-samples.size // _WINDOW)
    padded = np.zeros(windows * _WINDOW)
    padded[: samples.size] = samples
    level = np.sqrt(np.mean(padded.reshape(windows, _WINDOW) ** 2, axis=1))
    loud = np.flatnonzero(level > max(_FLOOR, _BELOW * float(np.quantile(level, 0.95))))
    if not loud.size:
        raise WaveError("is silent")
    start = max(0, int(loud[0]) * _WINDOW - round(_BEFORE * RATE))
    end = min(samples.size, (int(loud[-1]) + 1) * _WINDOW + round(_AFTER * RATE))
    voice = samples[start:end].copy()
    slope = np.linspace(0, 1, min(_EDGE, voice.size // 2), dtype=np.float32)
    voice[: slope.size] *= slope
    voice[voice.size - slope.size :] *= slope[::-1]
    return voice, start / RATE
