"""The pages name every command, no option that does not exist, and no path that is not there."""

import re
from pathlib import Path

import click
import pytest

from pipeline.engine.plan.profiles import PROFILES
from publish.program import cli

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "CONTRIBUTING.md", "bench/README.md")
GENERATED = ("media/", "takes/")
"""Folders that a clone does not have."""
PACKAGES = "bench|lessons|mathcore|pipeline|publish|scenes|tests"
ROWS = dict(re.findall(r"^\| `((?:publish |voice )?\w+)([^`]*)` \|", README, re.MULTILINE))
WITHOUT_LESSON = ("doctor", "captions", "scenes", "certificates", "scheduler", "worker")
CALL = click.Context(cli)
COMMANDS = {
    f"{name} {own}".strip(): command
    for name in cli.list_commands(CALL)
    if (outer := cli.get_command(CALL, name)) is not None
    for own, command in getattr(outer, "commands", {"": outer}).items()
}


def paths_named(text: str) -> set[str]:
    """Return what looks like a path: in backticks, as a link, or below a package of the project."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    found = {
        *re.findall(r"`([\w.-]+/[\w./-]*|\w+\.(?:py|md|toml|c))`", prose),
        *re.findall(r"\]\(([\w./-]+)\)", prose),
        *re.findall(rf"(?<![\w./-])((?:{PACKAGES})/[\w/]*[\w.]*\w)", text),
    }
    return {path.rstrip("/") for path in found if not path.startswith(GENERATED)}


def pattern_of(path: str) -> re.Pattern[str]:
    """Return what finds a path; ``NN``, ``NAME`` and ``slug`` stand for something in it.

    A clip ``cNN_slug`` is one file or a folder of that name.
    """
    escaped = re.escape(path.replace("cNN_slug.py", "cNN_slug"))
    return re.compile(r"(.*/)?" + re.sub("NN|NAME|slug", "[^/]+", escaped))


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_a_page_names_exists(page: str) -> None:
    kept = [place for place in ROOT.iterdir() if place.name[0] != "." and place.name != "media"]
    places = [place for top in kept for place in (top, *top.rglob("*"))]
    there = {place.relative_to(ROOT).as_posix() for place in places}
    named = paths_named((ROOT / page).read_text(encoding="utf-8"))
    assert len(named) > 2
    assert not {path for path in named if not any(map(pattern_of(path).fullmatch, there))}


def options(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name[0] == "-"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_has_a_row_for_every_command(name: str) -> None:
    assert name in ROWS


@pytest.mark.parametrize("name", sorted({"plan", "render"} | (ROWS.keys() & COMMANDS.keys())))
def test_every_option_of_a_row_exists(name: str) -> None:
    named = set(re.findall(r"--[a-z0-9-]+", ROWS[name]))
    assert named <= options(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_so_does_every_option(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_lesson_but_those_that_need_none(name: str) -> None:
    assert "--lesson" in options(COMMANDS[name]) or name in WITHOUT_LESSON


@pytest.mark.parametrize("name", PROFILES)
def test_the_readme_describes_every_profile_as_it_is(name: str) -> None:
    profile = PROFILES[name]
    assert re.search(
        rf"^\| `{name}` \| {profile.width} × {profile.height}, {profile.fps}\b",
        README,
        re.MULTILINE,
    )
