"""What can happen on some route: whether a condition can hold there, and whether it can fail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from random import Random

from .answers import Value
from .codes import CodeList
from .conditions import Condition, Seen
from .definition import Questionnaire
from .domains import domain
from .kinds import Question
from .walking import Unanswered

RANDOM_TRIES = 100
MOST_TRIES = 20_000
"""After so many routes nothing is claimed any more."""


@dataclass(frozen=True)
class Possible:
    """Whether some route makes the condition hold, and whether some makes it not hold.

    Both are True where not everything could be tried: what is not known is not claimed.
    """

    holds: bool
    fails: bool


class Possibilities:
    """Searches the routes of a questionnaire whose conditions look back at known variables."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire

    @cached_property
    def _above(self) -> dict[str, list[Condition]]:
        """The conditions under which each variable is asked."""
        found: dict[str, list[Condition]] = {}
        for section, page, question in self.questionnaire.walk():
            own = dict(question.conditions())
            for variable in question.variables():
                chain = [section.ask_if, page.ask_if, own.get(question.name), own.get(variable)]
                found[variable] = list({id(c): c for c in chain if c is not None}.values())
        return found

    def of(self, condition: Condition, above: Sequence[Condition]) -> Possible:
        """What is possible for a condition in a place that is reached if all `above` hold."""
        wanted = self._closure([condition, *above])
        search = _Search(self.questionnaire, self._above, wanted, [condition, *above])
        can_hold = can_fail = False
        for seen in chain(search.at_random(), search.routes()):
            if all(each.holds(seen) is True for each in above):
                truth = condition.holds(seen) is True
                can_hold, can_fail = can_hold or truth, can_fail or not truth
            if can_hold and can_fail:
                break
        unsure = not search.whole
        return Possible(can_hold or unsure, can_fail or unsure)

    def _closure(self, conditions: Sequence[Condition]) -> list[str]:
        """The variables that have a say in these conditions, in the order they are asked."""
        wanted: set[str] = set()
        open_ = [v for each in conditions for v in each.variables()]
        while open_:
            variable = open_.pop()
            if variable in wanted or variable not in self._above:
                continue
            wanted.add(variable)
            codes = self.questionnaire.list_of(self.questionnaire.questions[variable])
            offered = [c.ask_if for c in codes.codes if c.ask_if is not None] if codes else []
            open_ += [v for each in (*self._above[variable], *offered) for v in each.variables()]
        return [variable for variable in self.questionnaire.questions if variable in wanted]


class _Search:
    def __init__(
        self,
        questionnaire: Questionnaire,
        above: dict[str, list[Condition]],
        wanted: list[str],
        conditions: Sequence[Condition],
    ) -> None:
        self.questionnaire, self.above, self.wanted = questionnaire, above, wanted
        self.conditions = [*conditions, *(c for v in wanted for c in self._around(v))]
        self.values: dict[str, Value] = {}
        self.seen = Seen(self.values, Unanswered(questionnaire, self.values))
        self.whole, self.tries = True, 0
        self.domains: dict[tuple[str, tuple[str, ...]], tuple[list[Value], bool]] = {}

    def _around(self, variable: str) -> Iterator[Condition]:
        yield from self.above[variable]
        codes = self.questionnaire.list_of(self.questionnaire.questions[variable])
        yield from (c.ask_if for c in codes.codes if c.ask_if is not None) if codes else ()

    def at_random(self) -> Iterator[Seen]:
        """A few routes drawn at random: most of what is possible shows among them."""
        random = Random(1)  # noqa: S311 - the same search each time
        for _ in range(RANDOM_TRIES):
            self.values.clear()
            for variable in self.wanted:
                value = random.choice(self._choices(variable))
                if value is not _NOT_ASKED:
                    self.values[variable] = value  # type: ignore[assignment]
            yield self.seen
        self.values.clear()

    def routes(self, at: int = 0) -> Iterator[Seen]:
        """What is seen on every route, as far as the wanted variables tell routes apart."""
        if at == len(self.wanted):
            self.tries += 1
            yield self.seen
            return
        variable = self.wanted[at]
        for value in self._choices(variable):
            if self.tries > MOST_TRIES:
                self.whole = False
                return
            if value is not _NOT_ASKED:
                self.values[variable] = value  # type: ignore[assignment]
            yield from self.routes(at + 1)
            self.values.pop(variable, None)

    def _choices(self, variable: str) -> Sequence[object]:
        if not all(each.holds(self.seen) is True for each in self.above[variable]):
            return [_NOT_ASKED]
        question = self.questionnaire.questions[variable]
        codes = self._offered(question)
        if codes is not None and not codes.valid():
            return [_NOT_ASKED]
        key = (variable, codes.names() if codes else ())
        if key not in self.domains:
            self.domains[key] = domain(question, variable, codes, self.conditions)
        found, whole = self.domains[key]
        self.whole = self.whole and whole
        return found

    def _offered(self, question: Question) -> CodeList | None:
        codes = self.questionnaire.list_of(question)
        if codes is None or not codes.is_conditional:
            return codes
        there = [c for c in codes.codes if c.ask_if is None or c.ask_if.holds(self.seen) is True]
        return codes.of([code.code for code in there])


_NOT_ASKED = object()
