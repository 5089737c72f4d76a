"""A questionnaire made ready to be walked: once for a version and process, not once a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .codes import CodeList
from .conditions import Condition, compiled
from .conditions.compiling import Test
from .kinds import Question
from .pages import Page, Section
from .step import Step, step_of

MOST_STEPS = 10_000
"""How many steps that differ between respondents a process remembers; each can be made again."""

Orders = Mapping[str, tuple[str, ...]]
Key = tuple[str, str, tuple[bool, ...]]


@dataclass(frozen=True)
class CompiledPage:
    """A page, what lets it be asked, and its step if everyone who reaches it is asked the same.

    `within`: the conditions of its questions, of their parts and of their options. `is_random`:
    whether something on it is in random order.
    """

    page: Page
    test: Test | None
    step: Step | None
    within: tuple[Test, ...]
    is_random: bool


@dataclass(frozen=True)
class CompiledSection:
    """A section with its pages by name."""

    section: Section
    test: Test | None
    pages: dict[str, CompiledPage]


@dataclass
class Compiled:
    """All sections, the tests of conditions inside pages, and the steps made so far."""

    sections: tuple[CompiledSection, ...]
    lists: dict[str, CodeList]
    tests: dict[int, Test]
    steps: dict[Key, tuple[Step | None, Orders]] = field(default_factory=dict)

    def list_of(self, question: Question) -> CodeList | None:
        """The code list that a question names, if it names one that is there."""
        return self.lists.get(getattr(question, "code_list", None) or "")

    def remember(self, key: Key, step: Step | None, orders: Orders) -> None:
        """Keep a step for all who come to this page with the same truths, and the same seed."""
        if len(self.steps) >= MOST_STEPS:
            self.steps.clear()
        self.steps[key] = (step, orders)


def compile_sections(sections: tuple[Section, ...], lists: dict[str, CodeList]) -> Compiled:
    """Sections as they are asked (repeated ones expanded), made ready."""
    made = Compiled((), lists, {})
    found = []
    for section in sections:
        pages = {page.name: _page(section, page, made) for page in section.pages}
        found.append(CompiledSection(section, _test(section.ask_if), pages))
    made.sections = tuple(found)
    return made


def _page(section: Section, page: Page, made: Compiled) -> CompiledPage:
    conditions = [c for question in page.questions for c in _conditions(question, made)]
    tests = {id(condition): compiled(condition) for condition in conditions}
    made.tests.update(tests)
    is_random = page.order is not None or any(getattr(q, "order", None) for q in page.questions)
    same = None if tests or is_random else step_of(section, page, page.questions)
    return CompiledPage(page, _test(page.ask_if), same, tuple(tests.values()), is_random)


def _conditions(question: Question, made: Compiled) -> Iterator[Condition]:
    """The conditions of a question, of its parts and of its options."""
    codes = made.list_of(question)
    options = [code.ask_if for code in codes.codes] if codes is not None else []
    own = [condition for _, condition in question.conditions()]
    yield from (condition for condition in (*own, *options) if condition is not None)


def _test(condition: Condition | None) -> Test | None:
    return None if condition is None else compiled(condition)
