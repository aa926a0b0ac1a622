"""Presenting: builds a deck where it is missing or old, and shows it in the browser."""

from __future__ import annotations

import re
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from pipeline.engine.workspace.run import MEDIA, Run
from publish.site.server import make_server
from publish.slides.build import build_slides

DECKS = MEDIA / ".present"
"""Where the decks lie that are only shown: each choice of clips and profile by itself, so that
none takes the place of another, nor of what was published."""


def build_deck(run: Run, wanted: str, folder: Path, say: Callable[[str], None]) -> Path:
    """Return the page to show: of a clip its deck, of all clips their list.

    Parameters
    ----------
    run
        The lesson, its profile, theme and parameters, and where its videos lie.
    wanted
        The clip as it was typed; empty for all.
    folder
        Where decks lie that are only shown.
    say
        Told of each step.

    Raises
    ------
    PipelineError
        If a video is missing or wrong.
    """
    choice = re.sub(
        r"[^\w.@-]", "_", f"{run.profile.name}-{wanted}" if wanted else run.profile.name
    )
    clips = (wanted,) if wanted else ()
    built = build_slides(run, clips, folder / choice, say)
    return built.pages[1] if len(built.pages) == 2 else built.pages[0]


def show_deck(page: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve a page's folder, and open the page in the browser, until it is interrupted.

    Without a browser only the address is told.
    """
    with make_server(page.parent, port) as server:
        address = f"http://127.0.0.1:{server.server_port}/{quote(page.name)}"
        say(f"{address} (Ctrl-C ends it)")
        webbrowser.open(address)
        server.serve_forever()
