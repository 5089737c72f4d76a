"""Conditions of a document from expressions of an XLSForm.

`True` and `False` stand for what always or never holds. A condition here knows three truth
values, XPath two: where something was not asked, `not` is unknown here and true there.
"""

from collections.abc import Mapping

from .comparing import comparison
from .folding import folded, truth
from .joining import Condition, all_of, any_of, negated
from .known import Known
from .parsing import Binary, Call, Expression, Literal, NotUnderstood, Reference


def condition(expression: Expression, known: Mapping[str, Known], repeat: str = "") -> Condition:
    """The condition that says the same; raises NotUnderstood with the reason."""
    return _Translator(known, repeat).holds(expression)


class _Translator:
    def __init__(self, known: Mapping[str, Known], repeat: str) -> None:
        self.known, self.repeat = known, repeat

    def holds(self, expression: Expression) -> Condition:
        constant = truth(expression)
        if constant is not None:
            return constant
        if isinstance(expression, Binary):
            return self.binary(expression)
        if isinstance(expression, Call):
            return self.call(expression)
        if isinstance(expression, Reference):
            return {"answered": {"variable": self.of(expression).variable}}
        raise NotUnderstood("a bare name says nothing here")

    def binary(self, expression: Binary) -> Condition:
        sign, left, right = expression.operator, expression.left, expression.right
        if sign in ("and", "or"):
            parts = [self.holds(left), self.holds(right)]
            return all_of(parts) if sign == "and" else any_of(parts)
        for this, other, turned in ((left, right, False), (right, left, True)):
            if isinstance(this, Call) and this.name == "if":
                ways = [
                    Binary(sign, other, each) if turned else Binary(sign, each, other)
                    for each in this.arguments[1:]
                ]
                return self.either(this.arguments[0], ways[0], ways[1])
        return comparison(sign, left, right, self.of)

    def either(self, first: Expression, then: Expression, other: Expression) -> Condition:
        """`if(first, then, other)`, as a truth."""
        holds = self.holds(first)
        ways = [all_of([holds, self.holds(folded(then))])]
        ways.append(all_of([negated(holds), self.holds(folded(other))]))
        return any_of(ways)

    def call(self, expression: Call) -> Condition:
        given = expression.arguments
        if expression.name == "not" and len(given) == 1:
            return negated(self.holds(given[0]))
        if expression.name == "if":
            return self.either(*given)
        if expression.name == "selected" and len(given) == 2:
            return self.selected(*given)
        raise NotUnderstood(f"{expression.name}() has no equal here")

    def selected(self, question: Expression, choice: Expression) -> Condition:
        if not isinstance(question, Reference) or not isinstance(choice, Literal):
            raise NotUnderstood("selected() is understood of a question and a choice")
        found = self.of(question)
        return comparison("selected", Reference(question.name), choice, lambda _: found)

    def of(self, reference: Reference) -> Known:
        """What a reference leads to."""
        found = self.known.get(reference.name)
        if found is None:
            what = "is not a question that was asked on an earlier page"
            raise NotUnderstood(f"${{{reference.name}}} {what}")
        if found.repeat and found.repeat != self.repeat:
            raise NotUnderstood(f"${{{reference.name}}} is asked more than once")
        return found
