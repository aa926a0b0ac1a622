"""A separate program: eSpeak NG says one line, and reports when each word begins.

It runs in a new process for each line, for two reasons. The library keeps the state of its noise
from one line to the next, so that only the first line of a process always sounds the same. And a
library under another licence stays in a program of its own.
"""

from __future__ import annotations

import ctypes
import json
import sys
import wave
from pathlib import Path
from typing import Any, ClassVar

_SYNCHRONOUS, _BY_CHARACTER, _UTF8, _RATE = 2, 1, 1, 1
_END, _WORD = 0, 1


class _Identity(ctypes.Union):
    _fields_: ClassVar = [
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    ]


class _Event(ctypes.Structure):
    """An ``espeak_EVENT`` of ``speak_lib.h``."""

    _fields_: ClassVar = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Identity),
    ]


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


def say(text: str, language: str, words_a_minute: int, target: Path) -> list[tuple[int, float]]:
    """Say ``text`` into a WAV file and return, for each word, its first letter and its seconds.

    Raises
    ------
    SystemExit
        If there is no such voice, or the library fails; the message is one line.
    """
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_Initialize.argtypes = [
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_int,
    ]
    data = espeakng_loader.get_data_path().encode()
    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0)
    if rate <= 0:
        sys.exit("eSpeak NG does not start")
    if library.espeak_SetVoiceByName(language.encode()):
        sys.exit(f"eSpeak NG has no voice for the language {language!r}")
    library.espeak_SetParameter(_RATE, words_a_minute, 0)
    sound, begins = bytearray(), []

    def hear(samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            sound.extend(ctypes.string_at(samples, 2 * count))
        place = 0
        while (event := events[place]).type != _END:
            if event.type == _WORD:
                begins.append((event.text_position - 1, event.sample / rate))
            place += 1
        return 0

    callback = _Callback(hear)
    library.espeak_SetSynthCallback(callback)
    data = text.encode()
    if library.espeak_Synth(data, len(data) + 1, 0, _BY_CHARACTER, 0, _UTF8, None, None):
        sys.exit("eSpeak NG cannot say this line")
    library.espeak_Synchronize()
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(bytes(sound))
    return begins


if __name__ == "__main__":
    told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    begun = say(told["text"], told["language"], told["rate"], Path(sys.argv[2]))
    json.dump(begun, sys.stdout)
