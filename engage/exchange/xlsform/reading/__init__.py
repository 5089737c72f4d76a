"""A workbook as a questionnaire document, with a note on everything that was changed."""

from .whole import read

__all__ = ["read"]
