"""Options of the H.264 encoder x264: what they cost, and why they are these."""

from __future__ import annotations

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
QUICK = {
    **BLIND,
    "preset": "ultrafast",
    "qp": "25",
    "chromaoffset": "-2",
    "x264-params": _FINE_KEYS,
}
CAREFUL = {**_STEADY, "refs": "3"}
# Each picture to refer to takes 40 MB at this size, and a worker is to stay below 600.
LARGE = _STEADY
