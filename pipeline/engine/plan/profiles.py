"""The profiles: how large, in which shape, how often, and how carefully encoded."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

from pipeline.types import Profile, UsageError

# One encoder for every clip of a profile, so that clips join without encoding again. No B-frames:
# the order of frames is the order of packets, and a join needs no care at all. A lesson's frames
# are flat and still for long stretches, so that B-frames would save little.
COMMON = {"bf": "0", "sc_threshold": "0", "forced-idr": "1", "threads": "1"}
# No look at the frames ahead either: it costs time, and holds frames back.
BLIND = {**COMMON, "rc-lookahead": "0", "weightp": "0"}
# At least as true as stock manim's medium at crf 23, at most 2.5 times as large, and then the least
# time; ``python -m bench.parts.encoders`` measures it. Small blocks find what turns and slides, and
# two more pictures to refer to cost little.
SMALL = {**BLIND, "preset": "superfast", "partitions": "i4x4,i8x8,p8x8"}
# One quantiser for all frames: to choose one for each, the encoder would have to search every frame
# twice, which takes a fifth of its time; a better search costs less. A finer one for keyframes:
# what stands still keeps their quality until it moves. And for colours, of thin lines above all.
_FINE_KEYS = "ipratio=2.8"
_STEADY = {
    **SMALL,
    "qp": "26",
    "chromaoffset": "-3",
    "x264-params": f"me=hex:subme=2:{_FINE_KEYS}",
}
# For speed: two thirds of the time of that, nearly as true, and 1.7 times as large; no blocks.
_QUICK = {
    **BLIND,
    "preset": "ultrafast",
    "qp": "25",
    "chromaoffset": "-2",
    "x264-params": _FINE_KEYS,
}
_CAREFUL = {**_STEADY, "refs": "3"}
# Each picture to refer to takes 40 MB at this size, and a worker is to stay below 600.
_LARGE = _STEADY

PROFILES = {
    profile.name: profile
    for profile in (
        Profile("draft", 854, 480, 15, _QUICK),
        Profile("preview", 1280, 720, 30, _QUICK),
        Profile("final", 1920, 1080, 60, _CAREFUL),
        Profile("uhd", 3840, 2160, 60, _LARGE),
    )
}

WIDE, TALL, SQUARE = SHAPES = ("wide", "tall", "square")
"""The shapes of a picture: 16:9 for screens, 9:16 for a phone held upright, and 1:1."""

_CUSTOM = re.compile(r"([1-9]\d{1,3})x([1-9]\d{1,3})@([1-9]\d{0,2})")
_MAX_FPS = 120


def shape_of(profile: Profile) -> str:
    """Return the shape of a profile's picture: which of its sides is the longer one."""
    if profile.width == profile.height:
        return SQUARE
    return WIDE if profile.width > profile.height else TALL


def shaped(profile: Profile, shape: str) -> Profile:
    """Return a profile in a shape; its shorter side and everything else stay.

    Parameters
    ----------
    profile
        A wide one, or one that has the shape already.
    shape
        One of ``SHAPES``; ``"wide"`` leaves a profile as it is.
    """
    short, long = sorted((profile.width, profile.height))
    match shape:
        case "tall":
            width, height = short, long
        case "square":
            width, height = short, short
        case _:
            return profile
    if (width, height) == (profile.width, profile.height):
        return profile
    named = profile.name in PROFILES
    name = f"{profile.name}-{shape}" if named else f"{width}x{height}@{profile.fps}"
    return replace(profile, name=name, width=width, height=height)


def profile_named(name: str) -> Profile:
    """Return the profile called ``name``, or a custom one such as ``"640x360@24"``.

    A name may end in a shape: ``"draft-tall"``.

    Raises
    ------
    UsageError
        If there is no such profile, or an odd size, which 4:2:0 video cannot have.
    """
    if name in PROFILES:
        return PROFILES[name]
    base, _, shape = name.rpartition("-")
    if base in PROFILES and shape in SHAPES:
        return shaped(PROFILES[base], shape)
    if custom := _CUSTOM.fullmatch(name):
        width, height, fps = map(int, custom.groups())
        if width % 2 or height % 2:
            raise UsageError(f"profile {name}: width and height must be even")
        if fps > _MAX_FPS:
            raise UsageError(f"profile {name}: at most {_MAX_FPS} frames per second")
        return Profile(name, width, height, fps, _QUICK)
    near = difflib.get_close_matches(name, PROFILES, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(PROFILES)}"
    raise UsageError(f"there is no profile {name!r}; {hint} (or say WIDTHxHEIGHT@FPS)")
