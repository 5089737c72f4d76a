"""Code lists: codes once, an answer among them, groupings that nest, and lists that are there."""

from collections import Counter
from collections.abc import Iterator

from ..codes import CodeList
from ..definition import Questionnaire
from ..kinds import Missable, Question, Scale
from ..problem import Problem


def code_lists(q: Questionnaire) -> Iterator[Problem]:
    """What is wrong within code lists."""
    for name, codes in q.code_lists.items():
        place = f"code_lists.{name}"
        for code, times in Counter(codes.names()).items():
            if times > 1:
                yield Problem("code_twice", place, {"code": code})
        if not codes.valid():
            yield Problem("no_valid_code", place)
        alone = [code.code for code in codes.codes if code.exclusive]
        if alone and set(codes.valid()) <= set(alone):
            yield Problem("exclusive_alone", place, {"code": alone[0]})
        yield from _groupings(place, codes)


def _groupings(place: str, codes: CodeList) -> Iterator[Problem]:
    finer = [frozenset([code]) for code in codes.valid()]
    for level, grouping in enumerate(codes.groupings):
        members = [code for group in grouping.groups for code in group.codes]
        if sorted(members) != sorted(codes.valid()):
            yield Problem("grouping_not_whole", f"{place}.groupings[{level}]")
            return
        groups = [frozenset(group.codes) for group in grouping.groups]
        if any(not any(fine <= group for group in groups) for fine in finer):
            yield Problem("grouping_not_nested", f"{place}.groupings[{level}]")
        finer = groups


def lists_used(q: Questionnaire) -> Iterator[Problem]:
    """Lists that are named and not there, and missing codes that stand in them twice."""
    for _, _, question in q.walk():
        named = getattr(question, "code_list", None)
        if named is not None and named not in q.code_lists:
            yield Problem("unknown_code_list", question.name, {"name": named})
        yield from _missing_twice(q, question)
    for derived in q.derived:
        if derived.code_list not in q.code_lists:
            yield Problem("unknown_code_list", derived.name, {"name": derived.code_list})


def _missing_twice(q: Questionnaire, question: Question) -> Iterator[Problem]:
    if not isinstance(question, Missable | Scale):
        return
    codes = q.list_of(question)
    own = [each.code for each in question.missing]
    steps = range(question.least, question.most + 1) if isinstance(question, Scale) else ()
    others = [*map(str, steps), *(codes.names() if codes is not None else ())]
    for code, times in Counter([*own, *(other for other in others if other in own)]).items():
        if times > 1:
            yield Problem("code_twice", question.name, {"code": code})
