"""Area: a ward or neighbourhood chosen from a dated list, or found from a postcode."""

import re
from collections.abc import Callable
from typing import Literal

from ..answers import Posted, Reading
from ..problem import Problem
from .one_code import OneCode
from .question import CodeLists, first

_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")


class Area(OneCode):
    """Its value is a code of the list, a declared missing code, or None.

    With `postcode` a postcode may be typed instead. It is looked up once, by `located`, and is no
    part of any value: only the area is kept.
    """

    kind: Literal["area"]
    postcode: bool = False

    def fields(self, lists: CodeLists) -> tuple[str, ...]:
        return (self.name, *([self.postcode_field()] if self.postcode else []))

    def postcode_field(self) -> str:
        """The name of the field for a postcode."""
        return f"{self.name}-postcode"

    def located(self, posted: Posted, find: Callable[[str], str | None]) -> Posted:
        """The same fields with the area chosen that `find` gives for the postcode, if it does.

        A postcode counts for more than the list, where an earlier choice may still stand.
        """
        typed = first(posted, self.postcode_field())
        if not self.postcode or not typed:
            return posted
        whole = postcode(typed)
        code = None if whole is None else find(whole)
        if code is None:
            return posted
        return {**posted, self.name: [code], self.postcode_field(): []}

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        typed = first(posted, self.postcode_field()) if self.postcode else ""
        if typed:
            code = "not_a_postcode" if postcode(typed) is None else "postcode_unknown"
            return Reading({}, (Problem(code, self.name),))
        return super().read(posted, lists)

    def faulty(self, problem: Problem, lists: CodeLists) -> tuple[str, ...]:
        by_postcode = problem.code in ("not_a_postcode", "postcode_unknown")
        return (self.postcode_field() if by_postcode else self.name,)


def postcode(typed: str) -> str | None:
    """A United Kingdom postcode in capitals with its one space, or None if it is none."""
    bare = re.sub(r"[\s.-]", "", typed).upper()
    return f"{bare[:-3]} {bare[-3:]}" if _POSTCODE.fullmatch(bare) else None
