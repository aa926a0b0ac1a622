"""The plugin's entry point: plain ``manim render`` draws fast where manim's settings name it.

manim imports the plugin of every package that is installed, asked for or not. So this file imports
no other file of the project, unless the line ``plugins = language-of-change`` stands in the user's
``manim.cfg``. It is installed under a name of its own beside the other packages: a user's own file
called ``pipeline.py`` stays the user's.
"""

from __future__ import annotations

from manim import config, logger

NAME = "language-of-change"
"""What the settings call it: the name of the entry point in ``pyproject.toml``."""

if NAME in config["plugins"]:
    try:
        from pipeline.fastdraw.plugin.install import install
    except ModuleNotFoundError as error:
        logger.warning("manim itself draws: %s; is a file beside yours called pipeline.py?", error)
    else:
        install()
