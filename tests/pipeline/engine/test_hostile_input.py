"""What a command is given and cannot use is refused in one line, at once, and nothing is read."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from lessons.parameters import ParameterError, read_csv
from lessons.text_files import MOST_BYTES, read_text_file
from pipeline.cli.program import cli
from pipeline.engine.plan.plan import choose_clips
from pipeline.engine.plan.settings import parse_settings
from pipeline.types import UsageError
from tests.pipeline.lessons.tiny.lesson import LESSON


@pytest.fixture(params=["pipe", "/dev/zero", "folder", "missing", "large", "binary"])
def unreadable(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return what is no text file of a lecturer's."""
    path = tmp_path / str(request.param).strip("/").replace("/", "-")
    match request.param:
        case "pipe":
            os.mkfifo(path)
        case "/dev/zero":
            return Path("/dev/zero")
        case "folder":
            path.mkdir()
        case "large":
            path.write_text("1,2\n" * (MOST_BYTES // 4 + 1))
        case "binary":
            path.write_bytes(b"\xff\xfe\x00")
    return path


def test_what_is_no_small_text_file_is_not_read(unreadable: Path) -> None:
    with pytest.raises(ValueError, match=r"^(it is|there is)"):
        read_text_file(unreadable)
    with pytest.raises(UsageError, match="--params "):
        parse_settings((), unreadable)
    with pytest.raises(ParameterError, match="data: cannot read "):
        read_csv("data", unreadable)


@pytest.mark.parametrize("text", ["a = " + "[" * 3000 + "]" * 3000, "a = 1" + "0" * 5000])
def test_toml_that_no_one_has_typed_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(text)
    with pytest.raises(UsageError, match="--params "):
        parse_settings((), tmp_path / "own.toml")


def test_a_name_that_is_set_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="--set x0 is given twice"):
        parse_settings(("x0=1", "h=2", "x0 = 3"), None)


def test_a_range_that_runs_backward_is_refused() -> None:
    first, *_, last = [clip.number for clip in LESSON.clips]
    with pytest.raises(UsageError, match=f"did you mean {first}-{last}"):
        choose_clips(LESSON, [f"{last}-{first}"])


@pytest.mark.parametrize(
    "words",
    [
        ("--time-limit", "nan"),
        ("--time-limit", "inf"),
        ("--stall-limit", "-inf"),
        ("--loudness", "nan"),
        ("--out", ""),
        ("--store", ""),
        ("--jobs", "0"),
        ("--jobs", "100000"),
        ("--memory-limit", "99999999999"),
    ],
)
def test_an_option_takes_what_is_in_its_range(words: tuple[str, str]) -> None:
    done = CliRunner().invoke(cli, ["render", *words])
    assert done.exit_code == 2
    assert f"Invalid value for '{words[0]}'" in done.output
