"""Expressions of an XLSForm: text such as `${age} >= 18 and selected(${ways}, 'bus')` as a tree.

The grammar is that part of XPath 1.0 that forms use: literals, references, calls, comparison,
arithmetic, `and` and `or`. Paths and predicates are not understood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


class NotUnderstood(Exception):
    """An expression cannot be read, or not be said here; the message says why."""


@dataclass(frozen=True)
class Literal:
    value: str | float | bool


@dataclass(frozen=True)
class Reference:
    """`${name}`; `.` is the reference of the row itself, with the name '.'."""

    name: str


@dataclass(frozen=True)
class Column:
    """A bare name: in a choice_filter a column of the choices sheet."""

    name: str


@dataclass(frozen=True)
class Call:
    name: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True)
class Binary:
    operator: str
    left: "Expression"
    right: "Expression"


Expression = Literal | Reference | Column | Call | Binary
CURRENT = Reference(".")

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|'(?P<single>[^']*)'|"(?P<double>[^"]*)"
    |\$\{\s*(?P<reference>[^}]+?)\s*\}|(?P<name>[A-Za-z_][\w:]*(?:[-.][\w:]+)*)
    |(?P<sign><=|>=|!=|[=<>+*(),.-]))""",
    re.VERBOSE,
)
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_QUOTES = str.maketrans("‘’“”", "''\"\"")
_DEEPEST = 40


def parsed(text: str) -> Expression:
    """The tree of an expression; raises NotUnderstood."""
    reader = _Reader(list(_tokens(text.translate(_QUOTES))))
    found = reader.level(0)
    if reader.tokens:
        raise NotUnderstood(f'"{reader.tokens[0][1]}" stands where nothing was expected')
    return found


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise NotUnderstood(f'"{text[at:].strip()[:20]}" is not understood')
        kind = str(match.lastgroup)
        yield ("string" if kind in ("single", "double") else kind), match.group(kind)
        at = match.end()


class _Reader:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.depth = 0

    def level(self, at: int) -> Expression:
        """An expression whose operators bind at least as tightly as level `at`."""
        if at == len(_LEVELS):
            return self.single()
        left = self.level(at + 1)
        while self.tokens and self.tokens[0][0] != "string" and self.tokens[0][1] in _LEVELS[at]:
            operator = self.tokens.pop(0)[1]
            left = Binary(operator, left, self.level(at + 1))
        return left

    def single(self) -> Expression:
        if not self.tokens:
            raise NotUnderstood("it ends too early")
        kind, text = self.tokens.pop(0)
        if kind == "number":
            return Literal(float(text))
        if kind == "string":
            return Literal(text)
        if kind == "reference":
            return Reference(text)
        if kind == "name":
            return self.call(text) if self._next("(") else Column(text)
        if text == ".":
            return CURRENT
        if text == "-":
            self.deeper()
            return Binary("-", Literal(0.0), self.single())
        if text == "(":
            return self.inner()
        raise NotUnderstood(f'"{text}" stands where a value was expected')

    def call(self, name: str) -> Expression:
        self.tokens.pop(0)
        arguments: list[Expression] = []
        while not self._next(")"):
            arguments.append(self.inner(closed=False))
            if self._next(","):
                self.tokens.pop(0)
            elif not self._next(")"):
                raise NotUnderstood(f"{name}( is not closed")
        self.tokens.pop(0)
        return Call(name, tuple(arguments))

    def inner(self, closed: bool = True) -> Expression:
        self.deeper()
        found = self.level(0)
        self.depth -= 1
        if closed:
            if not self._next(")"):
                raise NotUnderstood("a bracket is not closed")
            self.tokens.pop(0)
        return found

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NotUnderstood("it is nested too deeply")

    def _next(self, sign: str) -> bool:
        return bool(self.tokens) and self.tokens[0] == ("sign", sign)
