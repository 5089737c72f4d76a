"""What was not asked: empty in LimeSurvey, unknown here.

The two differ only where a condition denies something. `Q2 != "A1"` is true in LimeSurvey of
somebody who was not asked Q2. Here it is said as "Q2 was not asked, or is not A1", as long as it
is known when Q2 is asked.
"""

from collections.abc import Iterable, Mapping, Set

from .combining import Condition, Said, all_of, any_of, negated

MOST_LEAVES = 60
"""Beyond this a condition is no longer written out: nobody could read it."""


def denied(said: Said, negative: bool = False) -> frozenset[str]:
    """The variables of which something is denied without something being affirmed beside it."""
    if isinstance(said, bool):
        return frozenset()
    ((name, inside),) = said.items()
    if name == "not":
        return denied(inside, not negative)
    if name in ("all", "any"):
        found = frozenset[str]().union(*(denied(part, negative) for part in inside))
        together = (name == "all") is not negative
        return found - _affirmed(inside, negative) if together else found
    return variables(said) if negative else frozenset()


def _affirmed(parts: Iterable[Condition], negative: bool) -> frozenset[str]:
    """The variables of which some part says something by itself."""
    found = [part.get("not") if negative else part for part in parts]
    said = [part for part in found if part is not None and not part.keys() & {"all", "any", "not"}]
    return frozenset[str]().union(*(variables(part) for part in said))


def variables(said: Said) -> frozenset[str]:
    """The variables that a condition looks at."""
    if isinstance(said, bool):
        return frozenset()
    ((name, inside),) = said.items()
    if name == "not":
        return variables(inside)
    if name in ("all", "any"):
        return frozenset[str]().union(*(variables(part) for part in inside))
    named = (inside[key] for key in ("variable", "other") if key in inside)
    return frozenset([*inside.get("variables", ()), *named])


def leaves(said: Said) -> int:
    """How many comparisons a condition is made of."""
    if isinstance(said, bool):
        return 0
    ((name, inside),) = said.items()
    if name == "not":
        return leaves(inside)
    return sum(map(leaves, inside)) if name in ("all", "any") else 1


def written_out(
    said: Said,
    of: Set[str],
    when: Mapping[str, Condition],
    everywhere: bool,
    negative: bool = False,
) -> Said:
    """The condition with, beside each comparison of one of these variables, when it is asked.

    `everywhere`: also where it is not denied, so that the whole is never unknown.
    """
    if isinstance(said, bool):
        return said
    ((name, inside),) = said.items()
    if name == "not":
        return negated(written_out(inside, of, when, everywhere, not negative))
    if name in ("all", "any"):
        parts = [written_out(part, of, when, everywhere, negative) for part in inside]
        return all_of(parts) if name == "all" else any_of(parts)
    if not (negative or everywhere):
        return said
    asked: list[Said] = [when.get(v, True) for v in sorted(variables(said) & of)]
    # Of several numbers that are summed up one is enough; anything else needs all it names.
    return all_of([any_of(asked) if asked and "variables" in inside else all_of(asked), said])
