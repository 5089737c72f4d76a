"""Conditions as expressions of an XLSForm.

A condition knows three truth values, an expression two: an answer that was not asked is empty
there. So what is known to hold and what is known not to hold are written apart: `not` of a
condition is true where its question was asked and the part does not hold.
"""

from collections.abc import Iterable

from .variables import Plain, Variable, Variables

LONGEST = 6_000
"""Characters of an expression; what would be longer is not written."""

TRUE, FALSE = "true()", "false()"


class Unsayable(Exception):
    """An XLSForm cannot say this; the message says why."""


class Expressions:
    """Writes the conditions of one document; `repeat` is the repeated section that is written."""

    def __init__(self, variables: Variables) -> None:
        self.variables, self.repeat = variables, ""
        self._asked: dict[tuple[str, str], str] = {}

    def holds(self, condition: Plain) -> str:
        """True where the condition is known to hold; raises Unsayable."""
        operator, of = next(iter(condition.items()))
        if operator == "not":
            return _fits(self.fails(of))
        if operator in ("all", "any"):
            parts = [self.holds(part) for part in of]
            return _fits(both(parts) if operator == "all" else either(parts))
        return _fits(self._leaf(operator, of))

    def fails(self, condition: Plain) -> str:
        """True where the condition is known not to hold; raises Unsayable."""
        operator, of = next(iter(condition.items()))
        if operator == "not":
            return _fits(self.holds(of))
        if operator in ("all", "any"):
            parts = [self.fails(part) for part in of]
            return _fits(either(parts) if operator == "all" else both(parts))
        names = of.get("variables") or [of[key] for key in ("variable", "other") if key in of]
        asked = [self.asked(name) for name in names]
        known = either(asked) if "variables" in of else both(asked)
        return _fits(both([known, _not(self._leaf(operator, of))]))

    def asked(self, name: str) -> str:
        """True where a question was asked."""
        key = name, self.repeat
        if key not in self._asked:
            variable = self._of(name)
            if variable.derived:
                self._asked[key] = either(map(self.asked, variable.derived))
            else:
                self._asked[key] = both(map(self.holds, variable.asked))
        return _fits(self._asked[key])

    def answered(self, name: str) -> str:
        """True where a question has an answer that is not declared as missing."""
        variable, reference = self._of(name), self.reference(name)
        if variable.sort == "several":
            missing = [f"not(selected({reference}, '{code}'))" for code in variable.missing]
        else:
            missing = [f"{reference} != '{code}'" for code in variable.missing]
        return both([f"{reference} != ''", *missing])

    def reference(self, name: str) -> str:
        """`${name}`."""
        return f"${{{self._of(name).name}}}"

    def _of(self, name: str) -> Variable:
        found = self.variables.get(name)
        if found is None:
            raise Unsayable(f"{name} is one of several answers in a repeat")
        if found.repeat and found.repeat != self.repeat:
            raise Unsayable(f"{name} is asked in another repeat")
        return found

    def _leaf(self, operator: str, of: Plain) -> str:
        if operator == "answered":
            return self.answered(of["variable"])
        if operator in ("is", "any_of"):
            values = of.get("values") or [of["value"]]
            return either([self._chosen(of["variable"], value) for value in values])
        if operator in ("at_least", "at_most"):
            return self._bounded(of["variable"], operator, of["value"])
        if operator == "before":
            first, second = self.reference(of["variable"]), self.reference(of["other"])
            return both([f"{first} != ''", f"{second} != ''", f"{first} < {second}"])
        return self._total(operator, of)

    def _chosen(self, name: str, code: str) -> str:
        reference, sort = self.reference(name), self._of(name).sort
        if sort == "several":
            return f"selected({reference}, '{code}')"
        if sort == "one" or name not in self.variables.by_name:
            return f"{reference} = '{code}'"
        if sort == "number":
            return f"{reference} = '{code}'"
        raise Unsayable(f"{name} is answered in words")

    def _bounded(self, name: str, operator: str, value: float) -> str:
        reference = self.reference(name)
        if self._of(name).sort != "number":
            return FALSE  # what is no number is neither more nor less
        return f"{reference} {'>=' if operator == 'at_least' else '<='} {value}"

    def _total(self, operator: str, of: Plain) -> str:
        names = [name for name in of["variables"] if self._of(name).sort == "number"]
        if not names:
            return FALSE
        references = [self.reference(name) for name in names]
        some = either([f"{each} != ''" for each in references])
        total = " + ".join(f"if({each} != '', {each}, 0)" for each in references)
        sign = ">=" if operator == "total_at_least" else "<="
        return both([some, f"{total} {sign} {of['value']}"])


def both(parts: Iterable[str]) -> str:
    """Every part."""
    found = list(dict.fromkeys(part for part in parts if part != TRUE))
    if FALSE in found:
        return FALSE
    return " and ".join(map(_closed, found)) if len(found) > 1 else found[0] if found else TRUE


def either(parts: Iterable[str]) -> str:
    """At least one part."""
    found = list(dict.fromkeys(part for part in parts if part != FALSE))
    if TRUE in found:
        return TRUE
    return " or ".join(map(_closed, found)) if len(found) > 1 else found[0] if found else FALSE


def _not(part: str) -> str:
    return {TRUE: FALSE, FALSE: TRUE}.get(part, f"not({part})")


def _closed(part: str) -> str:
    return f"({part})" if " or " in part or " and " in part else part


def _fits(expression: str) -> str:
    if len(expression) > LONGEST:
        raise Unsayable(f"it would have more than {LONGEST} characters")
    return expression
