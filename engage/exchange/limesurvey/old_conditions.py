"""The rows of the `conditions` table as the tree of an expression.

Rows of one scenario about one field are alternatives, fields of one scenario must all agree, and
of several scenarios any is enough: so LimeSurvey makes its relevance equation from them.
"""

from collections.abc import Iterable

from .expressions import CannotSay, Compared, Joined, Literal, Named, Tree
from .tables import Row

_STRINGS = {"a<b": "<", "a<=b": "<=", "a>=b": ">=", "a>b": ">"}
_METHODS = ("==", "!=", "<", "<=", ">", ">=")


def tree(rows: Iterable[Row]) -> Tree:
    """The tree of a question's rows; raises CannotSay."""
    scenarios: dict[str, dict[str, list[Tree]]] = {}
    for row in rows:
        fields = scenarios.setdefault(row.get("scenario", "1"), {})
        fields.setdefault(row.get("cfieldname", ""), []).append(_row(row))
    return _joined(
        False,
        [
            _joined(True, [_joined(False, parts) for parts in fields.values()])
            for fields in scenarios.values()
        ],
    )


def _joined(every: bool, parts: list[Tree]) -> Tree:
    return parts[0] if len(parts) == 1 else Joined(every, tuple(parts))


def _row(row: Row) -> Tree:
    field, value = row.get("cfieldname", ""), row.get("value", "")
    method = row.get("method", "").strip() or "=="
    method = _STRINGS.get(method, method)
    if method not in _METHODS:
        what = "a regular expression" if method == "RX" else f"the method {method}"
        raise CannotSay(what)
    if field.startswith("{"):
        raise CannotSay(f"{field}, which is not a question")
    if value.startswith("@") and value.endswith("@") and len(value) > 2:
        return Compared(method, Named(field.removeprefix("+")), Named(value[1:-1]))
    if value.startswith("{"):
        raise CannotSay(f"the value {value}")
    return Compared(method, Named(field.removeprefix("+")), Literal(value))
