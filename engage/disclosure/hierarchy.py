"""A declared hierarchy of codes, and the ways to cut it into groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from engage.disclosure.level import ALL, Level

Cut = tuple[Level, ...]


@dataclass(frozen=True)
class Node:
    """A level and the levels that it merges, in order; a leaf has no children."""

    level: Level
    children: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Hierarchy:
    """Codes in declared order and their nested groupings, finest first.

    Each grouping covers every code once, and each of its groups is a union of groups of the
    grouping before. A root that merges all is implied. A group that merges nothing keeps the code
    it had. A cut is a choice of levels that covers each code once; its order is that of the codes.

    Raises ValueError for a grouping that does not cover the codes or is not nested.
    """

    codes: tuple[str, ...]
    groupings: tuple[tuple[Level, ...], ...] = ()

    def __post_init__(self) -> None:
        if not self.codes or len(set(self.codes)) != len(self.codes):
            raise ValueError("a hierarchy has at least one code, and each once")
        finer: Sequence[Level] = [Level(code, (code,)) for code in self.codes]
        for grouping in self.groupings:
            members = [code for level in grouping for code in level.members]
            if sorted(members) != sorted(self.codes) or not all(g.members for g in grouping):
                raise ValueError("a grouping covers each code once")
            if any(_parents(level, grouping) != 1 for level in finer):
                raise ValueError("a grouping is nested in the one before")
            finer = grouping

    @cached_property
    def root(self) -> Node:
        """The tree, with nodes only where something is merged."""
        nodes = [Node(Level(code, (code,))) for code in self.codes]
        for grouping in (*self.groupings, (Level(ALL, self.codes),)):
            nodes = [_node(group, nodes) for group in grouping]
            nodes.sort(key=lambda node: self.codes.index(node.level.members[0]))
        return nodes[0]

    @cached_property
    def partitions(self) -> tuple[Cut, ...]:
        """The cuts that are declared as a whole, from the single codes to the root."""
        cuts = [tuple(Level(code, (code,)) for code in self.codes)]
        for grouping in (*self.groupings, (Level(ALL, self.codes),)):
            wanted = {frozenset(group.members) for group in grouping}
            cut = self.cut_at(_within(wanted))
            if cut != cuts[-1]:
                cuts.append(cut)
        return tuple(cuts)

    def cut_at(self, chosen: Callable[[Level], bool]) -> Cut:
        """The coarsest levels that are chosen, and the single codes where none is."""

        def walk(node: Node) -> Iterator[Level]:
            if chosen(node.level) or not node.children:
                yield node.level
                return
            for child in node.children:
                yield from walk(child)

        return tuple(walk(self.root))

    def finest(self, safe: Callable[[Level], bool]) -> Cut | None:
        """The finest cut with only safe levels; None when the root itself is not safe.

        It is the only finest one, and every other cut of safe levels merges it further, provided
        that a union of safe levels is safe.
        """
        return _finest(self.root, safe)

    def join(self, *cuts: Cut) -> Cut:
        """The finest cut that merges all that any of `cuts` merges."""
        levels = {level for cut in cuts for level in cut}
        return self.cut_at(levels.__contains__)


def _within(wanted: set[frozenset[str]]) -> Callable[[Level], bool]:
    return lambda level: frozenset(level.members) in wanted


def _finest(node: Node, safe: Callable[[Level], bool]) -> Cut | None:
    parts = [_finest(child, safe) for child in node.children]
    if parts and all(part is not None for part in parts):
        return tuple(level for part in parts for level in part or ())
    return (node.level,) if safe(node.level) else None


def _node(group: Level, nodes: Sequence[Node]) -> Node:
    """The node of a group over those it merges; the only child itself when it merges nothing."""
    children = tuple(node for node in nodes if set(node.level.members) <= set(group.members))
    if len(children) == 1:
        return children[0]
    # In the order of the tree, whatever the order in which the group names its members.
    members = tuple(code for child in children for code in child.level.members)
    return Node(Level(group.code, members), children)


def _parents(level: Level, grouping: Sequence[Level]) -> int:
    return sum(set(level.members) <= set(group.members) for group in grouping)
