"""XLSForm: questionnaires from, and as, the workbooks that ODK, KoboToolbox and others read."""

from .reading import read
from .writing import write

__all__ = ["read", "write"]
