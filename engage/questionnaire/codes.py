"""Code lists: codes with their labels, and the nested groupings that tables may merge them into."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from pydantic import Field

from .conditions import Condition
from .frozen import CodeName, Day, Frozen, Text


class Code(Frozen):
    """One option. `missing`: declared not-an-answer. `exclusive`: chosen alone or not at all.

    `ask_if`: offered only if the condition holds. `last`: at the end in a random order too, where
    people look for "something else".
    """

    code: CodeName
    label: Text
    missing: bool = False
    exclusive: bool = False
    ask_if: Condition | None = None
    last: bool = False


class Group(Frozen):
    """Codes that a table may show as one."""

    code: CodeName
    label: Text
    codes: tuple[CodeName, ...] = Field(strict=False, min_length=1)


class Grouping(Frozen):
    """One level of merging; every code that is not missing is in exactly one group."""

    groups: tuple[Group, ...] = Field(strict=False, min_length=1)


class CodeList(Frozen):
    """Codes in the order they are shown, and groupings from the finest to the coarsest.

    `version`: of a harmonised list. `edition`: the day from which its areas stood as listed.
    """

    codes: tuple[Code, ...] = Field(strict=False, min_length=1)
    groupings: tuple[Grouping, ...] = Field(default=(), strict=False)
    version: Text | None = None
    edition: Day | None = None
    source: Text | None = None

    @cached_property
    def _sorts(self) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str], frozenset[str]]:
        """Every code, those that are answers, those that are missing, those that stand alone."""
        return (
            tuple(code.code for code in self.codes),
            tuple(code.code for code in self.codes if not code.missing),
            frozenset(code.code for code in self.codes if code.missing),
            frozenset(code.code for code in self.codes if code.exclusive or code.missing),
        )

    def names(self) -> tuple[str, ...]:
        """Every code, missing ones included, in order."""
        return self._sorts[0]

    def valid(self) -> tuple[str, ...]:
        """The codes that are answers."""
        return self._sorts[1]

    def missing(self) -> frozenset[str]:
        """The codes that say that no answer was given."""
        return self._sorts[2]

    def exclusive(self) -> frozenset[str]:
        """The codes that go with no other: the exclusive ones and the missing ones."""
        return self._sorts[3]

    @cached_property
    def free(self) -> tuple[str, ...]:
        """The codes that a random order puts in order: not those that belong at the end."""
        alone = self.exclusive()
        last = {code.code for code in self.codes if code.last}
        return tuple(name for name in self.names() if name not in alone and name not in last)

    @cached_property
    def is_conditional(self) -> bool:
        """Whether some options are not offered to everyone."""
        return any(code.ask_if is not None for code in self.codes)

    def of(self, names: Sequence[str]) -> "CodeList":
        """The same list with these codes only, in this order."""
        by_name = {code.code: code for code in self.codes}
        # Made anew, not copied: a copy would remember the sorts of the whole list.
        return CodeList.model_construct(
            codes=tuple(by_name[name] for name in names), groupings=self.groupings
        )

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
