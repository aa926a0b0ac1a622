"""The part in C that hears audit events of some names."""

import subprocess
import sys

import pytest

from pipeline.worker import _audit

PROGRAM = """
import os, sys
from pipeline.worker import _audit

heard = []
_audit.add_hook(lambda event, arguments: heard.append((event, *arguments)), ("open", "os.listdir"))
os.listdir("/")
os.scandir("/").close()
id(heard)
open(os.devnull).close()
print(heard)


def refuse(event, arguments):
    raise ValueError(f"no {event}")


_audit.add_hook(refuse, ("os.scandir",))
try:
    os.scandir("/")
except ValueError as error:
    print(error)
"""


def test_it_hears_its_names_alone_and_raises_what_the_function_raises() -> None:
    told = subprocess.run(  # a hook stays for as long as the process lives
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines() == [
        "[('os.listdir', '/'), ('open', '/dev/null', 'r', 524288)]",
        "no os.scandir",
    ]


@pytest.mark.parametrize("given", [(None, ("open",)), (print, ["open"]), (print, ("a",) * 9)])
def test_what_is_no_function_or_too_many_names_is_refused(given: tuple[object, object]) -> None:
    with pytest.raises(TypeError):
        _audit.add_hook(*given)


def test_a_name_must_be_a_text() -> None:
    with pytest.raises(TypeError):
        _audit.add_hook(print, (1,))
