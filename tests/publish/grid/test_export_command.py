"""``export`` with ``--grid`` writes a page, and is refused where that makes no sense."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.drawing.export import export as pieces_command
from pipeline.types import UsageError
from publish.export import export
from tests.publish.grid.conftest import AXES, BEAT, GridDesk


def words(desk: GridDesk, *more: str) -> list[str]:
    """Return the command's words for the grid that the store has."""
    grid = [word for axis in AXES for word in ("--grid", axis)]
    place = ["--store", str(desk.folder / "store"), "--profile", "128x72@2"]
    return [*grid, *place, "--lesson", "derivatives", *more]


def test_the_command_says_where_the_page_is_and_what_it_does_not_show(
    drawn: GridDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(export, words(drawn, BEAT, "--to", "here"))
    assert done.exit_code == 0, done.output
    page = tmp_path / "here" / "index.html"
    assert done.output.splitlines()[-1] == f"{page} (4 points, 0 drawn now, 2 not shown)"
    assert page.is_file()


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ([], "--grid shows one piece"),
        (["06.1", "06.2"], "--grid shows one piece"),
        (["06.1", "--transparent"], "none is transparent"),
        (["06.1", "--as", "png,mp4"], "a page of png or of mp4"),
        (["06.1", "--as", "gif"], "holds png or mp4, not gif"),
    ],
)
def test_what_no_page_can_be_is_refused(drawn: GridDesk, more: list[str], hint: str) -> None:
    done = CliRunner().invoke(export, words(drawn, *more))
    assert isinstance(done.exception, UsageError)
    assert hint in str(done.exception)


def test_without_a_grid_it_is_the_command_for_pieces() -> None:
    names = {parameter.name for parameter in export.params}
    assert names == {parameter.name for parameter in pieces_command.params} | {"axes"}
    with pytest.raises(UsageError, match=r"which piece\?"):
        export.main([], standalone_mode=False)
