"""What a lecturer may change in the clips of this lesson."""

from __future__ import annotations

from lessons.derivatives.parameters.downhill import DownhillParameters
from lessons.derivatives.parameters.explorer import ExplorerParameters
from lessons.derivatives.parameters.regression import RegressionParameters

PARAMETERS = (ExplorerParameters, DownhillParameters, RegressionParameters)
