"""The README names every command, and no option that does not exist."""

import re
from pathlib import Path

import click
import pytest

from pipeline.engine.plan.profiles import PROFILES
from render import cli

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1] for row in re.findall(r"^\| `(\w+)([^`]*)` \|", README, re.MULTILINE)}


def options(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name[0] == "-"}


@pytest.mark.parametrize("name", cli.commands)
def test_the_readme_has_a_row_for_every_command(name: str) -> None:
    assert name in ROWS


@pytest.mark.parametrize("name", sorted({"plan", "render"} | (ROWS.keys() & cli.commands.keys())))
def test_every_option_of_a_row_exists(name: str) -> None:
    named = set(re.findall(r"--[a-z-]+", ROWS[name]))
    assert named <= options(cli.commands[name])


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_says_what_it_does_and_so_does_every_option(name: str) -> None:
    command = cli.commands[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_takes_the_lesson_but_those_that_need_none(name: str) -> None:
    command = cli.commands[name]
    own = command.commands.values() if isinstance(command, click.Group) else [command]
    for each in own:
        assert "--lesson" in options(each) or name in ("doctor", "captions", "scenes")


@pytest.mark.parametrize("name", PROFILES)
def test_the_readme_describes_every_profile_as_it_is(name: str) -> None:
    profile = PROFILES[name]
    assert re.search(
        rf"^\| `{name}` \| {profile.width} × {profile.height}, {profile.fps}\b",
        README,
        re.MULTILINE,
    )
