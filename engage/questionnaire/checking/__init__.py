"""Checks before a questionnaire may be used: each problem with its place, advice set apart."""

from .check import check, errors
from .consent import MODES
from .names import RESERVED

__all__ = ["MODES", "RESERVED", "check", "errors"]
