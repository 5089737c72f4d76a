"""One step after another: what is asked next, decided by what has been answered so far."""

from collections.abc import Container, Iterable, Iterator, Mapping

from .answers import Answers, Value
from .codes import CodeList
from .compiled import CompiledPage, CompiledSection
from .conditions import Condition, Seen
from .conditions.compiling import Test
from .definition import Questionnaire
from .kinds import Grid, Question
from .kinds.question import Asker
from .ordering import shown, shuffled
from .pages import Page, Section
from .step import Step, step_of


class Walk:
    """A walk through a questionnaire: iterate, and `take` each step's answers before the next.

    Conditions see only what has been taken, so only answers that are on the route so far.
    """

    def __init__(self, questionnaire: Questionnaire, seed: str = "") -> None:
        self.questionnaire, self.seed = questionnaire, seed
        self.values: dict[str, Value] = {}
        self.orders: dict[str, tuple[str, ...]] = {}
        self.marks: set[str] = set()
        self.blank = Unanswered(questionnaire, self.values)
        self._compiled = questionnaire.compiled
        self._seen = Seen(self.values, self.blank)
        self._asks = _Asker(self._seen, self._compiled.tests)

    def __iter__(self) -> Iterator[Step]:
        seen = self._seen
        for section in self._compiled.sections:
            if section.test is not None and section.test(seen) is not True:
                continue
            for page in self._pages(section):
                if page.test is not None and page.test(seen) is not True:
                    continue
                step = page.step or self._step(section.section, page)
                if step is not None:
                    yield step

    def take(self, step: Step, answers: Answers) -> None:
        """Let what follows see a step's answers; of options no longer offered nothing is seen."""
        given = _offered(step, answers) if step.offered else answers
        for variable in step.variables:
            if variable in given:
                self.values[variable] = given[variable]
        for mark in step.marks:
            if mark in answers:
                self.marks.add(mark)

    def _pages(self, section: CompiledSection) -> Iterable[CompiledPage]:
        variable = section.section.order
        if variable is None:
            return section.pages.values()
        self.orders[variable] = shuffled(self.seed, variable, tuple(section.pages))
        return [section.pages[name] for name in self.orders[variable]]

    def _step(self, section: Section, found: CompiledPage) -> Step | None:
        """The step of a page that is not the same for all, remembered for those it is the same."""
        seen = self._seen
        truths = tuple([test(seen) is True for test in found.within])
        key = (found.page.name, self.seed if found.is_random else "", truths)
        known = self._compiled.steps.get(key)
        if known is None:
            orders: dict[str, tuple[str, ...]] = {}
            known = self._made(section, found.page, orders), orders
            self._compiled.remember(key, *known)
        self.orders.update(known[1])
        return known[0]

    def _made(
        self, section: Section, page: Page, orders: dict[str, tuple[str, ...]]
    ) -> Step | None:
        offered: dict[str, CodeList] = {}
        found = (self._asked(question, offered, orders) for question in page.questions)
        questions = tuple(question for question in found if question is not None)
        if page.order is not None and questions:
            by_name = {question.name: question for question in questions}
            order = shuffled(self.seed, page.order, tuple(by_name))
            questions, orders[page.order] = tuple(by_name[name] for name in order), order
        return step_of(section, page, questions, offered) if questions else None

    def _asked(
        self,
        question: Question,
        offered: dict[str, CodeList],
        orders: dict[str, tuple[str, ...]],
    ) -> Question | None:
        asked = question.asked(self._asks)
        codes = self._compiled.list_of(question)
        if asked is None or codes is None:
            return asked
        if codes.is_conditional:
            there = [code for code in codes.codes if self._asks(code.ask_if)]
            if all(code.missing for code in there):
                return None  # nothing to choose from is nothing to ask
            if len(there) < len(codes.codes):
                offered[question.name] = codes = codes.of([code.code for code in there])
        variable: str | None = getattr(question, "order", None)
        if variable is None:
            return asked
        if isinstance(asked, Grid):
            rows = {row.name: row for row in asked.rows_}
            orders[variable] = shuffled(self.seed, variable, tuple(rows))
            ordered = tuple(rows[name] for name in orders[variable])
            return asked.model_copy(update={"rows_": ordered})
        offered[question.name] = ordered_codes = codes.of(shown(self.seed, variable, codes))
        orders[variable] = ordered_codes.free
        return asked


def _offered(step: Step, answers: Answers) -> dict[str, Value]:
    """The answers of a step with options left out, as far as their options are still there."""
    kept = {variable: answers[variable] for variable in step.variables if variable in answers}
    for question in step.questions:
        codes = step.offered.get(question.name)
        if codes is None:
            continue
        for variable in question.variables():
            value = kept.get(variable)
            names = codes.names()
            if isinstance(value, str) and value not in names:
                del kept[variable]
            elif isinstance(value, list) and not _is_declared(question, value):
                still = [code for code in value if code in names]
                kept[variable] = still
                if not still:
                    del kept[variable]
    return kept


def _is_declared(question: Question, value: list[str]) -> bool:
    is_missing = getattr(question, "is_missing", None)
    return bool(is_missing and is_missing(value))


class _Asker(Asker):
    def __init__(self, seen: Seen, tests: Mapping[int, Test]) -> None:
        self.seen, self.tests = seen, tests

    def __call__(self, condition: Condition | None) -> bool:
        return condition is None or self.tests[id(condition)](self.seen) is True


class Unanswered(Container[str]):
    """Which of the seen variables were left blank: looked up only when a condition asks."""

    def __init__(self, questionnaire: Questionnaire, values: Answers) -> None:
        self.questionnaire, self.values = questionnaire, values

    def __contains__(self, variable: object) -> bool:
        name = str(variable)
        question, lists = self.questionnaire.questions[name], self.questionnaire.code_lists
        return not question.is_answer(name, self.values[name], lists)
