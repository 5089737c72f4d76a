"""A LimeSurvey survey (.lss) as a questionnaire document, and a report of what has no equal."""

from .reading import read

__all__ = ["read"]
