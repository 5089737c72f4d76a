"""Hypothesis strategies that draw what residents send: sensible answers, and anything at all."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from engage.questionnaire.answers import SEEN, mark_of
from engage.questionnaire.kinds import (
    Area,
    Consent,
    Grid,
    Missable,
    MultipleChoice,
    Number,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
)
from engage.questionnaire.kinds.parted import Parted
from engage.questionnaire.kinds.question import CodeLists

HOSTILE = st.one_of(
    st.text(max_size=30),
    st.text(st.characters(codec=None), max_size=10),
    st.from_regex(r"[+-]?[0-9٠-٩۰-۹]{1,25}([.,٫][0-9۰-۹]{1,9})?", fullmatch=True),
    st.sampled_from(
        ["\0", "\ud800", "1e308", "NaN", "inf", "9" * 400, "-0", "²", "١٢٫٥", "yes", "no_answer",
         "‮", "\r\n\r\n", " " * 50, "'; DROP TABLE answer; --", "=cmd|'/c calc'!A1"]
    ),
)  # fmt: skip


def values(question: Question, lists: CodeLists) -> st.SearchStrategy[Any]:
    """A value that one variable of the question may have, or None for blank."""
    if isinstance(question, Consent):
        return st.just("yes")
    if isinstance(question, Statement):
        return st.nothing()
    if isinstance(question, MultipleChoice):
        return _several(question, lists)
    if isinstance(question, Scale):
        steps = st.integers(question.least, question.most)
        return st.one_of(
            st.none(), steps, st.sampled_from([c.code for c in question.missing] or [None])
        )
    named = getattr(question, "code_list", None)
    if isinstance(question, SingleChoice | Grid | Area) or (
        named and not isinstance(question, Ranking)
    ):
        return st.sampled_from([None, *lists[str(named)].names()])
    ways_out = sorted(question.missing_codes()) if isinstance(question, Missable) else []
    return st.one_of(_given(question, lists), st.sampled_from([None, *([c] for c in ways_out)]))


def _given(question: Question, lists: CodeLists) -> st.SearchStrategy[Any]:
    """An answer to a question that may have boxes such as "prefer not to say"."""
    if isinstance(question, Number):
        return _numbers(question)
    if isinstance(question, Ranking):
        places = question.places(lists)
        codes = st.permutations(lists[question.code_list].valid())
        return st.builds(lambda order, n: order[:n], codes, st.integers(1, places))
    if isinstance(question, Parted):
        earliest, latest = (_first_day(bound) for bound in question.bounds())
        return st.dates(earliest, latest).map(
            lambda day: day.isoformat()[: len(question.bounds()[0])]
        )
    return st.sampled_from(["a", "b", "ہ"])


def _first_day(iso: str) -> date:
    return date.fromisoformat(iso if len(iso) > len("2026-05") else f"{iso}-01")


def _several(question: MultipleChoice, lists: CodeLists) -> st.SearchStrategy[Any]:
    listed = lists[question.code_list]
    order = listed.names()
    together = [code for code in order if code not in listed.exclusive()]
    alone = [[code] for code in listed.exclusive()]
    some = st.sets(st.sampled_from(together or ["-"]), max_size=question.most)
    ordered = some.map(lambda chosen: [code for code in order if code in chosen] or None)
    return st.one_of(ordered, st.sampled_from([None, *sorted(alone)]))


def _numbers(question: Number) -> st.SearchStrategy[Any]:
    unit = 10**question.decimals
    steps = st.integers(int(question.least * unit), int(question.most * unit))
    return steps.map(lambda n: n / unit if question.decimals else n)


@st.composite
def answers(draw: st.DrawFn, questionnaire: Any) -> dict[str, Any]:
    """Answers to some questions, and statements read, whether the route has them or not."""
    found = {"consent": "yes"}
    for _, _, question in questionnaire.walk():
        if isinstance(question, Statement) and draw(st.booleans()):
            found[mark_of(question.name)] = SEEN
    for variable, question in questionnaire.questions.items():
        if draw(st.integers(0, 3)):
            found[variable] = draw(values(question, questionnaire.code_lists))
    return found


def fields(question: Question, lists: CodeLists) -> st.SearchStrategy[dict[str, list[str]]]:
    """What a browser, or somebody with worse in mind, may send for a question."""
    listed = lists.get(getattr(question, "code_list", None) or "")
    codes = [*(listed.names() if listed else ()), "prefer_not", "dont_know", "yes"]
    figures = st.integers(0, 32).map(str) | st.integers(1890, 2110).map(str)
    one = st.one_of(HOSTILE, st.sampled_from(codes), figures)
    several = st.lists(one, max_size=4) | st.lists(figures, min_size=1, max_size=1)
    names = {*question.fields(lists), *question.variables(), f"{question.name}-missing"}
    names |= {f"{question.name}-place-{code}" for code in codes}
    return st.fixed_dictionaries({}, optional=dict.fromkeys(sorted(names), several))
