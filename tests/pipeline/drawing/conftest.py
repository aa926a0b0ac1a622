"""Tests of the fast drawing use its cameras as its own renderer does."""

from pathlib import Path

import pytest

from pipeline.fastdraw import reliance


@pytest.fixture(autouse=True)
def no_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count this folder's code as that of the engine."""
    monkeypatch.setattr(reliance, "OWN", (*reliance.OWN, str(Path(__file__).parent)))
