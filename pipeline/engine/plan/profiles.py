"""The profiles: how large, in which shape, how often, and how carefully encoded."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

from pipeline.machine.x264 import CAREFUL, LARGE, QUICK
from pipeline.types import Profile, UsageError

PROFILES = {
    profile.name: profile
    for profile in (
        Profile("draft", 854, 480, 15, QUICK),
        Profile("preview", 1280, 720, 30, QUICK),
        Profile("final", 1920, 1080, 60, CAREFUL),
        Profile("uhd", 3840, 2160, 60, LARGE),
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
        return Profile(name, width, height, fps, QUICK)
    near = difflib.get_close_matches(name, PROFILES, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(PROFILES)}"
    raise UsageError(f"there is no profile {name!r}; {hint} (or say WIDTHxHEIGHT@FPS)")
