"""What a lecturer may change in the clips of this lesson."""

from __future__ import annotations

from lessons.derivatives.c06.parameters import ExplorerParameters
from lessons.derivatives.c07.parameters import DownhillParameters
from lessons.derivatives.c09.parameters import RegressionParameters

PARAMETERS = (ExplorerParameters, DownhillParameters, RegressionParameters)
