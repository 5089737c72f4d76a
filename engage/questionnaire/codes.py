"""Code lists: codes with their labels, and the nested groupings that tables may merge them into."""

from collections.abc import Iterator

from pydantic import Field

from .frozen import CodeName, Frozen, Text


class Code(Frozen):
    """One option. `missing`: declared not-an-answer. `exclusive`: chosen alone or not at all."""

    code: CodeName
    label: Text
    missing: bool = False
    exclusive: bool = False


class Group(Frozen):
    """Codes that a table may show as one."""

    code: CodeName
    label: Text
    codes: tuple[CodeName, ...] = Field(strict=False, min_length=1)


class Grouping(Frozen):
    """One level of merging; every code that is not missing is in exactly one group."""

    groups: tuple[Group, ...] = Field(strict=False, min_length=1)


class CodeList(Frozen):
    """Codes in the order they are shown, and groupings from the finest to the coarsest."""

    codes: tuple[Code, ...] = Field(strict=False, min_length=1)
    groupings: tuple[Grouping, ...] = Field(default=(), strict=False)

    def names(self) -> tuple[str, ...]:
        """Every code, missing ones included, in order."""
        return tuple(code.code for code in self.codes)

    def valid(self) -> tuple[str, ...]:
        """The codes that are answers."""
        return tuple(code.code for code in self.codes if not code.missing)

    def missing(self) -> frozenset[str]:
        """The codes that say that no answer was given."""
        return frozenset(code.code for code in self.codes if code.missing)

    def exclusive(self) -> frozenset[str]:
        """The codes that go with no other: the exclusive ones and the missing ones."""
        return frozenset(code.code for code in self.codes if code.exclusive or code.missing)

    def texts(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Each text's key and source; a group of one code has that code's own label."""
        seen = set(self.names())
        for code in self.codes:
            yield f"{prefix}.{code.code}", code.label
        for grouping in self.groupings:
            for group in grouping.groups:
                if group.code not in seen:
                    seen.add(group.code)
                    yield f"{prefix}.group.{group.code}", group.label
