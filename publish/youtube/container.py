"""The container: whether an MP4 file is one that a video site takes as it is.

Its boxes are read from the file, its streams by PyAV (ISO/IEC 14496-12).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import av

_BRANCHES = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"udta"}
"""Boxes that hold boxes, and may hold what is looked for."""
_HIGH = 100
"""The profile of H.264 that is called High."""
_SOUND_RATE = 48_000
_BT709 = 1
_LIMITED = 1


def boxes(path: Path) -> list[str]:
    """Return the names of a file's boxes in order, each with those around it: ``moov/trak``."""
    with path.open("rb") as file:
        return list(_boxes(file, path.stat().st_size, ""))


def _boxes(file: BinaryIO, end: int, above: str) -> Iterator[str]:
    while file.tell() + 8 <= end:
        start = file.tell()
        size, kind = struct.unpack(">I4s", file.read(8))
        if size == 1:
            (size,) = struct.unpack(">Q", file.read(8))
        elif size == 0:
            size = end - start
        if size < 8 or start + size > end:
            yield f"{above}broken"
            return
        name = above + kind.decode("latin-1")
        yield name
        if kind in _BRANCHES:
            yield from _boxes(file, start + size, f"{name}/")
        file.seek(start + size)


def faults_of(path: Path) -> list[str]:
    """Return what is wrong with an MP4 file, a line each; nothing where it can be handed over.

    Wanted are H.264 High, progressive, 4:2:0, BT.709, closed groups of pictures; AAC-LC of 48 kHz
    where there is sound; the index before the data; no edit list; every stream from 0.
    """
    found = boxes(path)
    faults = []
    if "broken" in "".join(found):
        faults.append("a box is broken")
    top = [name for name in found if "/" not in name]
    if "moov" not in top or "mdat" not in top or top.index("moov") > top.index("mdat"):
        faults.append("moov does not stand before mdat")
    faults += [f"{name} is there" for name in found if name.endswith("/elst")]
    with av.open(path) as container:
        faults += _picture_faults(container)
        for sound in container.streams.audio:
            context = sound.codec_context
            if context.name != "aac" or context.profile != "LC":
                faults.append(f"the sound is {context.name} {context.profile}, not AAC-LC")
            if context.sample_rate != _SOUND_RATE:
                faults.append(f"the sound has {context.sample_rate} samples a second")
        for stream in (*container.streams.video, *container.streams.audio):
            if stream.start_time:
                faults.append(f"stream {stream.index} begins at {stream.start_time}")
    return faults


def _picture_faults(container: av.container.InputContainer) -> list[str]:
    if len(container.streams.video) != 1:
        return [f"{len(container.streams.video)} pictures are in it"]
    stream = container.streams.video[0]
    context = stream.codec_context
    told = {
        "codec": (context.name, "h264"),
        "profile": (context.profile, "High"),
        "pixels": (context.pix_fmt, "yuv420p"),
        "colour space": (context.colorspace, _BT709),
        "primaries": (context.color_primaries, _BT709),
        "transfer": (context.color_trc, _BT709),
        "range": (context.color_range, _LIMITED),
    }
    faults = [
        f"its {name} is {is_now}, not {wanted}"
        for name, (is_now, wanted) in told.items()
        if is_now != wanted
    ]
    keys = 0
    for packet in container.demux(stream):
        if packet.is_keyframe and packet.pts is not None:
            # In a closed group nothing is shown before its key picture.
            keys += 1
            if packet.dts is not None and packet.dts > packet.pts:
                faults.append(f"a group of pictures is open at {packet.pts}")
    if not keys:
        faults.append("no key picture is in it")
    return faults
