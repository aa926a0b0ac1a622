"""Scenes are tested without rendering: shapes are built and measured, in a folder of their own."""

from collections.abc import Iterator

import pytest
from manim import config, tempconfig


@pytest.fixture(scope="session", autouse=True)
def private_media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One folder of compiled formulas for the whole session, the frame at its usual shape."""
    settings = {
        "media_dir": str(tmp_path_factory.mktemp("media")),
        "verbosity": "ERROR",
        "progress_bar": "none",
        "disable_caching": True,
        "write_to_movie": False,
        "pixel_width": 160,
        "pixel_height": 90,
        "frame_rate": 5,
        "frame_width": 8 * 16 / 9,
        "frame_height": 8,
    }
    with tempconfig(settings):
        assert config.frame_height == 8
        yield


@pytest.fixture(autouse=True)
def no_latex(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on screen may need LaTeX: a fresh machine has none."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("this would start LaTeX")

    monkeypatch.setattr("manim.utils.tex_file_writing.compile_tex", refuse)
