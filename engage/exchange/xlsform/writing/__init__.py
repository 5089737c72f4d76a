"""A questionnaire as a workbook, with a note on everything that an XLSForm cannot say."""

from .whole import write

__all__ = ["write"]
