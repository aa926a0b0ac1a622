"""Ctrl-C, however early or often, is told in one line and ends with exit code 130."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.machine.interrupts import SAID
from pipeline.types import ExitCode
from tests.harness.runs import PATIENCE, PROJECT


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.parametrize("module", ["click.core", "pipeline.types", "lessons.library"])
def test_an_interrupt_while_code_is_imported(module: str, times: int, tmp_path: Path) -> None:
    # Python tells on standard error what it has just imported.
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", str(PROJECT / "render.py"), "plan"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.split("|")[-1].strip() == module:
                break
        for _ in range(times):
            process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    said = [line for line in told.splitlines() if line and not line.startswith("import time:")]
    assert process.returncode == ExitCode.INTERRUPTED
    assert said == [SAID]
