"""Work that kills its worker, for tests of a cluster."""

import os
import signal
from pathlib import Path

from distributed import get_worker

from pipeline.engine.cluster.order import Told, read_order, to_bytes
from pipeline.engine.workspace.machines import Answer


def die_at_first(data: bytes) -> bytes:
    """Kill the worker the first time that an order begins, and answer the second time.

    The store's folder holds a file for each order that has begun.
    """
    order = read_order(data)
    worker = get_worker()
    assert order.store_root is not None
    order.store_root.mkdir(parents=True, exist_ok=True)
    mark = order.store_root / f"begun-{order.number}"
    worker.log_event(order.run, to_bytes(Told(order.number, "begun")))
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return to_bytes(Answer(worker.address, key=str(Path(mark).name)))
