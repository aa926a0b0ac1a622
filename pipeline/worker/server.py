"""The server: ``python -m pipeline.worker.server FD``, a process that forks workers.

It imports large packages once, and no module of the project: so an edit to a scene is seen while a
run watches the files. For each request that comes through the socket it forks a worker, and it
reports through a pipe how the worker ended. A request without pipes only names what to import.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline.machine.variables import RUN
from pipeline.worker.guard import adopt_orphans, die_with_run, die_with_server

_LONGEST = 2**20
"""Bytes that a request may have."""


def serve(control: socket.socket) -> None:
    """Fork a worker for each request, until the other end of the socket is closed."""
    with selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.data is not None:
                    selector.unregister(key.fd)
                    report_exit(key.fd, *key.data)
                    workers = {other.data[0] for other in selector.get_map().values() if other.data}
                    end_strangers(workers)
                    continue
                message, descriptors, _, _ = socket.recv_fds(control, _LONGEST, 4)
                if not message:
                    return
                for descriptor in descriptors:
                    os.set_inheritable(descriptor, False)
                request = json.loads(message)
                load(request["modules"])
                if not descriptors:
                    continue  # a worker will be asked for soon
                server = os.getpid()
                pid = fork()
                if pid == 0:
                    die_with_server(server)
                    leave_behind(selector)
                    os._exit(run_worker(request, *descriptors))
                *others, status_pipe = descriptors
                for other in others:
                    os.close(other)
                if pid is None:
                    os.close(status_pipe)
                else:
                    selector.register(os.pidfd_open(pid), selectors.EVENT_READ, (pid, status_pipe))


def fork() -> int | None:
    """Fork; return ``None`` if the machine has no room for another process."""
    try:
        return os.fork()
    except OSError:
        return None


def leave_behind(selector: selectors.BaseSelector) -> None:
    """Close the descriptors of the server in a new worker."""
    for key in selector.get_map().values():
        os.close(key.fd)
        if key.data is not None:
            os.close(key.data[1])
    selector.close()


def load(modules: list[str]) -> None:
    """Import modules, for this process and all that it forks from now on."""
    missing = [module for module in modules if module not in sys.modules]
    for module in missing:
        importlib.import_module(module)
    if missing:
        # The modules stay loaded: the garbage collector need not examine them again.
        gc.collect()
        gc.freeze()


def report_exit(descriptor: int, pid: int, status_pipe: int) -> None:
    """Write the exit code of a worker that has ended into its status pipe."""
    os.close(descriptor)
    _, status = os.waitpid(pid, 0)
    # The engine may have closed its end of the pipe already.
    with suppress(BrokenPipeError), os.fdopen(status_pipe, "wb") as line:
        line.write(b"%d\n" % os.waitstatus_to_exitcode(status))


def end_strangers(workers: set[int]) -> None:
    """End all that workers which are gone have started and left behind.

    When one of them ends, what it has started in turn becomes a child of this process.
    """
    while strangers := [child for child in children_of(os.getpid()) if child not in workers]:
        for child in strangers:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


def children_of(pid: int) -> list[int]:
    """Return the processes whose parent is a process; a thread of it may have started them."""
    found: list[int] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, listed.read_text(encoding="ascii").split())
    return found


def run_worker(
    request: dict[str, Any], stdin_pipe: int, stdout_pipe: int, log: int, status_pipe: int
) -> int:
    """Run as a worker in the new process, and return its exit code."""
    os.setsid()
    for descriptor, standard in ((stdin_pipe, 0), (stdout_pipe, 1), (log, 2)):
        os.dup2(descriptor, standard)
        os.close(descriptor)
    os.write(status_pipe, b"%d\n" % os.getpid())
    os.close(status_pipe)
    os.environ.clear()
    os.environ.update(request["environment"])
    path = os.environ["PYTHONPATH"].split(os.pathsep)
    sys.path[:] = [*path, *(entry for entry in sys.path if entry not in path)]
    task_file = Path(request["task_file"])
    try:
        os.chdir(task_file.parent)
        sys.argv[1:] = [str(task_file)]
        from pipeline.worker.work import main

        code = main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 the process's boundary, as the interpreter's own
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    die_with_run(int(os.environ[RUN]))
    adopt_orphans()
    descriptor = int(sys.argv[1])
    os.set_inheritable(descriptor, False)
    serve(socket.socket(fileno=descriptor))
