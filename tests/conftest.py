"""Which tests run beside each other: those of one file in one process."""

import pytest

PLAYED = "performance"
"""The function that plays a whole clip, once in each process."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of a file to one process, and all that play whole clips to one as well.

    Fixtures of a file are then made once. The played clips come first, because they take longest.
    """

    def plays(item: pytest.Item) -> bool:
        return hasattr(getattr(item, "module", None), PLAYED)

    items.sort(key=lambda item: not plays(item))
    for item in items:
        group = PLAYED if plays(item) else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
