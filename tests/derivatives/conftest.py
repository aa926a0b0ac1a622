"""Clips are played in a folder of their own and without LaTeX, as in the tests of scenes."""

from tests.scenes.conftest import no_latex, private_media

__all__ = ["no_latex", "private_media"]
