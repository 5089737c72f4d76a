"""What differs in one variable between two versions, and how much it weighs."""

from collections.abc import Iterator
from typing import Literal

from .codes import Code, CodeList
from .conditions import Condition
from .definition import Questionnaire
from .kinds import Area, Grid, Missable, Number, Picture, Question, Scale
from .kinds.parted import Parted
from .problem import Parameter, Problem

Weight = Literal["wording", "extension", "break"]
Change = tuple[Weight, Problem]
Range = tuple[float, float] | tuple[str, str]


def changes(old: Questionnaire, new: Questionnaire, variable: str) -> Iterator[Change]:
    """Each difference of a variable that both versions have."""
    kinds = (_kind(old, variable), _kind(new, variable))
    if kinds[0] != kinds[1]:
        yield _change("break", "kind_changed", variable, before=kinds[0], after=kinds[1])
        return
    if kinds[0] == "order":
        if old.orders[variable] != new.orders[variable]:
            yield _change("extension", "order_of_others", variable)
        return
    yield from _codes(old, new, variable)
    if kinds[0] == "derived":
        yield from _rule(old, new, variable)
        return
    yield from _limits(old.questions[variable], new.questions[variable], variable)
    yield from _pictures(old, new, variable)
    if _universe(old, variable) != _universe(new, variable):
        yield _change("extension", "universe_changed", variable)
    if _words(old, variable) != _words(new, variable):
        yield _change("wording", "text_changed", variable)


def _change(weight: Weight, what: str, variable: str, **parameters: Parameter) -> Change:
    return weight, Problem(what, variable, {"name": variable, **parameters})


def _kind(q: Questionnaire, variable: str) -> str:
    if variable in q.derived_by_name:
        return "derived"
    return "order" if variable in q.orders else q.questions[variable].kind


def _codes(old: Questionnaire, new: Questionnaire, variable: str) -> Iterator[Change]:
    before, after = _list(old, variable), _list(new, variable)
    if before is None or after is None:
        if before is not after:
            yield _change("break", "kind_changed", variable, before="codes", after="words")
        return
    if isinstance(old.questions.get(variable), Area) and before.edition != after.edition:
        yield _change("break", "edition_changed", variable)
    then = {code.code: code for code in before.codes}
    now = {code.code: code for code in after.codes}
    for code in {**then, **now}:
        yield from _code(then.get(code), now.get(code), variable)
    kept = [code for code in then if code in now]
    if kept != [code for code in now if code in then]:
        yield _change("wording", "codes_reordered", variable)


def _code(before: Code | None, after: Code | None, variable: str) -> Iterator[Change]:
    if before is None or after is None:
        if after is None and before is not None:
            yield _change("break", "code_removed", variable, code=before.code)
        elif after is not None:
            yield _change("extension", "code_added", variable, code=after.code)
        return
    code = before.code
    if before.missing != after.missing:
        yield _change("break", "code_missing_changed", variable, code=code)
    if before.exclusive != after.exclusive or before.ask_if != after.ask_if:
        yield _change("extension", "code_offered_otherwise", variable, code=code)
    if before.label != after.label:
        yield _change("wording", "label_changed", variable, code=code)


def _list(q: Questionnaire, variable: str) -> CodeList | None:
    if variable in q.derived_by_name:
        return q.code_list_of(variable)
    question = q.questions[variable]
    return question.codes() if isinstance(question, Scale) else q.list_of(question)


def _rule(old: Questionnaire, new: Questionnaire, variable: str) -> Iterator[Change]:
    before, after = old.derived_by_name[variable], new.derived_by_name[variable]
    if before.title != after.title:
        yield _change("wording", "text_changed", variable)
    if before.cases == after.cases and before.otherwise == after.otherwise:
        return
    # Cases behind the others change nobody's code, unless everybody had one already.
    behind = after.cases[: len(before.cases)] == before.cases
    if behind and before.otherwise is None:
        yield _change("extension", "rule_extended", variable)
    else:
        yield _change("break", "rule_changed", variable)


def _limits(before: Question, after: Question, variable: str) -> Iterator[Change]:
    if isinstance(before, Number) and isinstance(after, Number):
        yield from _numbers(before, after, variable)
    elif isinstance(before, Parted) and isinstance(after, Parted):
        yield from _range(before.bounds(), after.bounds(), variable)
    elif not isinstance(before, Scale):  # a scale's steps are compared as codes
        for part in ("limit", "most"):
            if getattr(before, part, None) != getattr(after, part, None):
                yield _change("extension", "limit_changed", variable)
    if isinstance(before, Missable) and isinstance(after, Missable):
        for code in sorted(before.missing_codes() - after.missing_codes()):
            yield _change("break", "code_removed", variable, code=code)
        for code in sorted(after.missing_codes() - before.missing_codes()):
            yield _change("extension", "code_added", variable, code=code)


def _numbers(before: Number, after: Number, variable: str) -> Iterator[Change]:
    if before.unit != after.unit:
        yield _change("break", "unit_changed", variable)
    if after.decimals < before.decimals:
        yield _change("break", "decimals_fewer", variable)
    elif after.decimals > before.decimals:
        yield _change("extension", "decimals_more", variable)
    yield from _range((before.least, before.most), (after.least, after.most), variable)


def _range(before: Range, after: Range, variable: str) -> Iterator[Change]:
    """Both ends are numbers, or both are ISO dates: `sorted` tells which end is further out."""
    if before == after:
        return
    low, high = sorted([before[0], after[0]])[0], sorted([before[1], after[1]])[1]
    if (low, high) == tuple(after):
        yield _change("extension", "range_widened", variable)
    else:
        yield _change("break", "range_narrowed", variable)


def _pictures(old: Questionnaire, new: Questionnaire, variable: str) -> Iterator[Change]:
    before, after = old.questions[variable], new.questions[variable]
    if isinstance(before, Picture) and isinstance(after, Picture):
        then = [old.pictures[name].content for name in before.pictures if name in old.pictures]
        now = [new.pictures[name].content for name in after.pictures if name in new.pictures]
        if then != now:
            yield _change("break", "picture_changed", variable)


def _universe(q: Questionnaire, variable: str) -> list[Condition]:
    """The conditions under which a variable is asked."""
    question = q.questions[variable]
    for section, page, found in q.walk():
        if found is question:
            within = [c for name, c in found.conditions() if name in (found.name, variable)]
            return [c for c in (section.ask_if, page.ask_if, *within) if c is not None]
    return []


def _words(q: Questionnaire, variable: str) -> list[str]:
    """The texts of a question but for its codes; of a grid, its own and the row's."""
    question = q.questions[variable]
    if not isinstance(question, Grid):
        return [text for _, text in question.texts()]
    row = f"row.{variable}."
    return [text for key, text in question.texts() if not key.startswith("row.") or row in key]
