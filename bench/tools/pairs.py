"""Plays scenes twice, drawn by manim and by the fast drawing, and says how alike they are.

``python -m bench.tools.pairs PROFILE SCRATCH`` reads scenes from standard input, one JSON object a
line with ``name``, ``source`` and ``scene``, and answers each with a verdict, one JSON object a
line. manim is imported once; each scene is played in two processes that branch off from there.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import manim
import numpy as np

from bench.parts.equivalence import compare
from bench.tools.film import Reel, play_before, runs
from bench.tools.part import PROJECT, environment
from pipeline.engine.plan.profiles import profile_named
from pipeline.fastdraw.pictures import mended_pictures
from pipeline.fastdraw.reliance import HandedToManim
from pipeline.types import Profile
from pipeline.worker.setup import configure_manim

PATIENCE = 120
"""Seconds that a scene may take."""
_NEAR = 1

SAME, NEAR, HANDED, DIFFERENT, FAILS = "same", "near", "handed over", "different", "fails"
"""How alike: every pixel; at most 1 of 255 apart; drawn by manim both times, since the scene
changes what the fast drawing relies on; further apart, or one ends otherwise; manim fails."""


@dataclass(frozen=True)
class Try:
    """A scene to be tried: what it is called, the text of its file, and the name of its class."""

    name: str
    source: str
    scene: str


@dataclass(frozen=True)
class Verdict:
    """How alike the two drawings of a scene are, over how many frames, and why if they are not."""

    name: str
    kind: str
    frames: int = 0
    why: str = ""


def try_all(tries: Iterable[Try], profile: str, scratch: Path) -> Iterator[Verdict]:
    """Play scenes both ways, in a process of their own, and yield a verdict about each."""
    command = [sys.executable, "-m", "bench.tools.pairs", profile, str(scratch)]
    scratch.mkdir(parents=True, exist_ok=True)
    with (
        (scratch / "log.txt").open("wb") as log,
        subprocess.Popen(
            command,
            cwd=PROJECT,
            env={**environment(), "PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        assert process.stdin is not None  # noqa: S101 Popen was asked for a pipe
        assert process.stdout is not None  # noqa: S101 Popen was asked for a pipe
        for one in tries:
            process.stdin.write(json.dumps(asdict(one)) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            if not line:
                raise EOFError(f"{one.name}: the player ended; see {scratch / 'log.txt'}")
            yield Verdict(**json.loads(line))


def play_both(one: Try, profile: Profile, scratch: Path) -> Verdict:
    """Play a scene both ways, side by side, and compare the pictures as they come."""
    size = profile.width * profile.height * 4
    folders = [scratch / drawing for drawing in ("stock", "auto")]
    films, players = [], []
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        taking, giving = os.pipe()
        player = os.fork()
        if not player:
            for film in films:
                film.close()
            os.close(taking)
            _play(one, folder, profile, giving)
        os.close(giving)
        films.append(os.fdopen(taking, "rb"))
        players.append(player)
    try:
        shape = (profile.height, profile.width, 4)
        found = compare(one.name, runs(films[0], size), runs(films[1], size), shape)
        wrong = ""
    except (EOFError, ValueError) as error:
        wrong = str(error)
    finally:
        for film in films:
            film.close()
        for player in players:
            os.waitpid(player, 0)
    stock, auto = (_ending(folder) for folder in folders)
    match stock, auto:
        case _, ("handed", reason):
            return Verdict(one.name, HANDED, why=reason)
        case ("raised", reason), ("raised", _):
            return Verdict(one.name, FAILS, why=reason)
        case ("whole", _), ("whole", _) if not wrong:
            kind = SAME if not found.differing else NEAR
            if found.difference > _NEAR:
                kind = DIFFERENT
            apart = f"{found.difference}/255 in {found.share:.3%}" if found.differing else ""
            return Verdict(one.name, kind, found.frames, apart)
        case _:
            return Verdict(one.name, DIFFERENT, why=f"stock {stock}, ours {auto}: {wrong}")


def _play(one: Try, folder: Path, profile: Profile, giving: int) -> None:
    """Play a scene in this process, which ends with it, and write how it ended."""
    signal.alarm(PATIENCE)
    ending = ("raised", "")
    try:
        configure_manim(profile, folder)
        manim.config.verbosity = "CRITICAL"
        random.seed(0)
        np.random.seed(0)  # noqa: NPY002 scenes use this generator
        module = ModuleType("tried")
        sys.modules["tried"] = module
        with os.fdopen(giving, "wb") as stream, mended_pictures():
            exec(compile(one.source, one.name, "exec"), vars(module))  # noqa: S102 a scene of the bench
            reel = Reel(stream)
            play_before(reel, getattr(module, one.scene), folder.name)
            reel.close()
        ending = ("whole", "")
    except HandedToManim as reason:
        ending = ("handed", str(reason))
    except BrokenPipeError:
        ending = ("whole", "")  # the other film ended before
    except BaseException as error:  # noqa: BLE001 whatever a scene raises
        traceback.print_exc()
        ending = ("raised", f"{type(error).__name__}: {error}"[:200])
    finally:
        (folder / "ending.json").write_text(json.dumps(ending))
        sys.stderr.flush()
        os._exit(0)


def _ending(folder: Path) -> tuple[str, str]:
    path = folder / "ending.json"
    if not path.is_file():
        return "stopped", f"no end within {PATIENCE} s"
    kind, reason = json.loads(path.read_text())
    return kind, reason


def main() -> int:
    """Answer the scenes that come in."""
    profile, scratch = profile_named(sys.argv[1]), Path(sys.argv[2])
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    # What a scene prints must not get between the verdicts.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin:
        asked: dict[str, Any] = json.loads(line)
        answers.write(json.dumps(asdict(play_both(Try(**asked), profile, scratch))) + "\n")
        answers.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
