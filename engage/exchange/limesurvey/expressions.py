"""Relevance equations and conditions, read into a small tree.

The grammar is the common part of LimeSurvey's expression language: names, texts, numbers,
comparisons, and/or/not, sums and calls. What else it can say is refused with CannotSay.
"""

import re
from dataclasses import dataclass
from typing import NoReturn

MOST_DEPTH = 25
MOST_TOKENS = 5_000


class CannotSay(Exception):
    """An expression, or a part of one, that has no equal; the message says which."""


@dataclass(frozen=True)
class Named:
    """A question, a row of one, or something else that LimeSurvey knows by a name."""

    name: str


@dataclass(frozen=True)
class Literal:
    """A text or a number, as text."""

    value: str


@dataclass(frozen=True)
class Call:
    """A function of some parts; a sum written with + is a call of `sum`."""

    function: str
    parts: tuple["Tree", ...]


@dataclass(frozen=True)
class Compared:
    """Two parts and one of == != < <= > >=."""

    operator: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True)
class Joined:
    """Parts of which all must hold, or any."""

    every: bool
    parts: tuple["Tree", ...]


@dataclass(frozen=True)
class Negated:
    """What must not hold."""

    part: "Tree"


Tree = Named | Literal | Call | Compared | Joined | Negated

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<name>(?:INSERTANS:|TOKEN:)?\d+X\d+X\d+[A-Za-z0-9_\#]*(?:\.[A-Za-z]+)?
        |(?:INSERTANS:|TOKEN:)?[A-Za-z_][A-Za-z0-9_:\#]*(?:\.[A-Za-z][A-Za-z0-9_]*)*)
    | (?P<number>\d+(?:\.\d+)?|\.\d+)
    | (?P<sign>&&|\|\||==|!=|<>|<=|>=|[<>!(),+*/%=-])
    )""",
    re.VERBOSE | re.DOTALL,
)
_WORDS = {
    "and": "&&",
    "or": "||",
    "not": "!",
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
}
_COMPARING = ("==", "!=", "<", "<=", ">", ">=")


def parse(expression: str) -> Tree:
    """The tree of an expression; raises CannotSay."""
    reader = _Reader(_tokens(expression))
    tree = reader.any_of(0)
    if reader.at < len(reader.tokens):
        _cannot(f"what follows from {reader.tokens[reader.at][1]!r} on")
    return tree


def _cannot(what: str) -> NoReturn:
    raise CannotSay(what)


def _tokens(expression: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at, end = 0, len(expression.rstrip())
    while at < end:
        match = _TOKEN.match(expression, at)
        if match is None:
            _cannot(f"what follows from {expression[at : at + 20].strip()!r} on")
        kind = str(match.lastgroup)
        value = match.group(kind)
        if kind == "name" and value.lower() in _WORDS:
            kind, value = "sign", _WORDS[value.lower()]
        found.append((kind, "!=" if value == "<>" else value))
        if len(found) > MOST_TOKENS:
            _cannot(f"an expression of more than {MOST_TOKENS} parts")
        at = match.end()
    return found


class _Reader:
    """Recursive descent: any of, all of, comparison, sum, single."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def sign(self, *signs: str) -> str | None:
        if self.at < len(self.tokens):
            kind, value = self.tokens[self.at]
            if kind == "sign" and value in signs:
                self.at += 1
                return value
        return None

    def any_of(self, depth: int) -> Tree:
        if depth > MOST_DEPTH:
            _cannot("brackets nested too deeply")
        parts = [self.all_of(depth)]
        while self.sign("||"):
            parts.append(self.all_of(depth))
        return parts[0] if len(parts) == 1 else Joined(False, tuple(parts))

    def all_of(self, depth: int) -> Tree:
        parts = [self.compared(depth)]
        while self.sign("&&"):
            parts.append(self.compared(depth))
        return parts[0] if len(parts) == 1 else Joined(True, tuple(parts))

    def compared(self, depth: int) -> Tree:
        left = self.summed(depth)
        operator = self.sign(*_COMPARING)
        return Compared(operator, left, self.summed(depth)) if operator else left

    def summed(self, depth: int) -> Tree:
        parts = [self.single(depth)]
        while self.sign("+"):
            parts.append(self.single(depth))
        return parts[0] if len(parts) == 1 else Call("sum", tuple(parts))

    def single(self, depth: int) -> Tree:
        nots = 0
        while self.sign("!"):
            nots += 1
        part = self.plain(depth)
        return Negated(part) if nots % 2 else part

    def plain(self, depth: int) -> Tree:
        if self.at >= len(self.tokens):
            _cannot("an end where something was expected")
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == "text":
            return Literal(re.sub(r"\\(.)", r"\1", value[1:-1], flags=re.DOTALL))
        if kind == "number":
            return Literal(value)
        if kind == "name":
            return self.call(value, depth) if self.sign("(") else Named(value)
        if value == "-" and self.at < len(self.tokens) and self.tokens[self.at][0] == "number":
            self.at += 1
            return Literal("-" + self.tokens[self.at - 1][1])
        if value != "(":
            _cannot(f"the sign {value}")
        inner = self.any_of(depth + 1)
        if not self.sign(")"):
            _cannot("a bracket that is not closed")
        return inner

    def call(self, function: str, depth: int) -> Tree:
        parts: list[Tree] = []
        while not self.sign(")"):
            if parts and not self.sign(","):
                _cannot(f"a call of {function} that is not closed")
            parts.append(self.any_of(depth + 1))
        return Call(function, tuple(parts))
