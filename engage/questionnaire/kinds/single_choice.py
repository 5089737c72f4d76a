"""Single choice: one code of a list, shown as radios, a long list as a select."""

from typing import Literal

from ..frozen import Name
from .one_code import OneCode


class SingleChoice(OneCode):
    """Its value is a code, a declared missing code, or None.

    `order`: the variable that records the random order of its options.
    """

    kind: Literal["single_choice"]
    order: Name | None = None
