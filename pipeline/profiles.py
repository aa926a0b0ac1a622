"""The profiles: how large, how often, and how carefully encoded."""

from __future__ import annotations

import difflib
import re

from pipeline.types import Profile, UsageError

# One encoder for every clip of a profile, so that clips join without encoding again. No B-frames:
# the order of frames is the order of packets, and a join needs no care at all. A lesson's frames
# are flat and still for long stretches, so that B-frames would save little.
_COMMON = {"bf": "0", "sc_threshold": "0", "forced-idr": "1", "threads": "1"}
_FAST = {**_COMMON, "preset": "superfast", "rc-lookahead": "0", "weightp": "0"}
_QUICK = {**_FAST, "crf": "23"}
# Measured on clip 11 at 1080p60 against its true frames, with manim's own settings (medium, crf 23)
# as 1: crf 22 takes 0.4 of the time and twice the size, and is 3 dB truer; veryfast at crf 18 is
# one more dB truer and takes 40 % longer than that.
_CAREFUL = {**_FAST, "crf": "22"}

PROFILES = {
    profile.name: profile
    for profile in (
        Profile("draft", 854, 480, 15, _QUICK),
        Profile("preview", 1280, 720, 30, _QUICK),
        Profile("final", 1920, 1080, 60, _CAREFUL),
        Profile("uhd", 3840, 2160, 60, _CAREFUL),
    )
}

_CUSTOM = re.compile(r"([1-9]\d{1,3})x([1-9]\d{1,3})@([1-9]\d{0,2})")
_MAX_FPS = 120


def profile_named(name: str) -> Profile:
    """Return the profile called ``name``, or a custom one such as ``"640x360@24"``.

    Raises
    ------
    UsageError
        If there is no such profile, or an odd size, which 4:2:0 video cannot have.
    """
    if name in PROFILES:
        return PROFILES[name]
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
