"""Hypothesis strategies that draw what residents send: sensible answers, and anything at all."""

from typing import Any

from hypothesis import strategies as st

from engage.questionnaire.kinds import (
    Consent,
    Grid,
    MultipleChoice,
    Number,
    Question,
    Scale,
    SingleChoice,
)
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
    if isinstance(question, MultipleChoice):
        return _several(question, lists)
    if isinstance(question, Number):
        return _numbers(question)
    if isinstance(question, Scale):
        steps = st.integers(question.least, question.most)
        return st.one_of(
            st.none(), steps, st.sampled_from([c.code for c in question.missing] or [None])
        )
    if isinstance(question, SingleChoice | Grid):
        return st.sampled_from([None, *lists[question.code_list].names()])
    return st.one_of(st.none(), st.sampled_from(["a", "b", "ہ"]))


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
    return st.one_of(st.none(), steps.map(lambda n: n / unit if question.decimals else n))


@st.composite
def answers(draw: st.DrawFn, questionnaire: Any) -> dict[str, Any]:
    """Answers to some questions, whether the route has them or not."""
    found = {"consent": "yes"}
    for variable, question in questionnaire.questions.items():
        if draw(st.integers(0, 3)):
            found[variable] = draw(values(question, questionnaire.code_lists))
    return found


def fields(question: Question, lists: CodeLists) -> st.SearchStrategy[dict[str, list[str]]]:
    """What a browser, or somebody with worse in mind, may send for a question."""
    codes = [c for v in question.variables() if (found := question.code_list_of(v, lists))
             for c in found.names()]  # fmt: skip
    one = st.one_of(HOSTILE, st.sampled_from(codes or ["yes"]))
    several = st.lists(one, max_size=4)
    return st.fixed_dictionaries({}, optional=dict.fromkeys(question.variables(), several))
