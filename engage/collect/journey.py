"""Where a resident is: the survey, the draft that their browser holds, and its route."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from flask import url_for

from engage.questionnaire.answers import SEEN, Value
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.routing import Route, route
from engage.questionnaire.step import Step
from engage.store import drafts
from engage.store.database import Connection
from engage.store.drafts import Draft
from engage.web import browser
from engage.web.instrument import Instrument, instrument, languages_of, questionnaire

from . import quoting


@dataclass
class Journey:
    """One draft on its way, in the language of the page."""

    draft: Draft
    questionnaire: Questionnaire
    instrument: Instrument

    @cached_property
    def route(self) -> Route:
        return route(self.questionnaire, self.draft.answers, self.seed)

    @cached_property
    def texts(self) -> Instrument:
        """The texts of the page, with this respondent's answers where they are quoted."""
        return self.instrument.with_answers(
            lambda variable: quoting.in_words(self.instrument, self.route, variable)
        )

    @property
    def seed(self) -> str:
        """What draws this respondent's random orders: theirs alone, and never stored."""
        return order_seed(self.draft.submission_key)

    @property
    def language(self) -> str:
        return self.instrument.language

    @property
    def can_go_on(self) -> bool:
        """Whether the survey is open, and is asked in the language of the page."""
        spoken = self.language in languages_of(self.questionnaire)
        return spoken and self.draft.survey_state == "open"

    def page_url(self, page: str) -> str:
        """The address of a question page."""
        return f"/{self.language}/{self.draft.survey_name}/question/{page}"

    def url(self, endpoint: str) -> str:
        """The address of another page of the journey."""
        return url_for(f"collect.{endpoint}", lang=self.language, survey=self.draft.survey_name)

    @property
    def has_equality(self) -> bool:
        """Whether the route comes to equality questions."""
        return bool(self.route.part(True))

    def take(self, values: dict[str, Value]) -> None:
        """Go on from what has just been stored; most answers leave the route as it is."""
        self.draft.answers.update(values)
        seen = any(name not in self.questionnaire.questions for name in values)
        if self.questionnaire.looked_at.isdisjoint(values) and not seen:
            self.route.answers.update(values)
        else:
            self.route = route(self.questionnaire, self.draft.answers, self.seed)

    def skipping(self) -> dict[str, Value]:
        """What is left empty by skipping the equality questions, also those that open by it."""
        found: dict[str, Value] = {}
        way = self.route
        while (step := way.first_open(True)) is not None:
            found.update({name: None for name in step.variables if name not in way.answers})
            found.update(dict.fromkeys(step.marks, SEEN))
            way = route(self.questionnaire, {**self.draft.answers, **found}, self.seed)
        return found

    def after(self, step: Step, changing: bool) -> str:
        """Where "Continue" leads: the next page, or at the end the check of its part.

        Someone who changes an answer of a part that was complete sees only what is new by it.
        """
        equality = step.section.equality
        onward = self.route.first_open(equality)
        following = self.route.after(step.page.name)
        if onward is not None and following is not None and not changing:
            onward = following if following.section.equality == equality else onward
        if onward is not None:
            return self.page_url(onward.page.name)
        return self.url("send" if equality else "check")

    def before(self, step: Step) -> str:
        """Where "Back" leads."""
        earlier = self.route.before(step.page.name)
        if earlier is None:
            return self.url("start")
        if step.section.equality and not earlier.section.equality:
            return self.url("equality")
        return self.page_url(earlier.page.name)


def order_seed(submission_key: str) -> str:
    """The seed of a draft's random orders."""
    return sha256(f"order:{submission_key}".encode()).hexdigest()


def hash_of(survey: str) -> str:
    """What the database knows of this browser's draft for a survey."""
    return browser.hashed(f"draft:{survey}")


def found(connection: Connection, survey: str, language: str) -> Journey | None:
    """The journey of this browser through a survey, if it has begun one."""
    draft = drafts.of_device(connection, hash_of(survey))
    if draft is None:
        return None
    return Journey(
        draft,
        questionnaire(connection, draft.version_id),
        instrument(connection, draft.version_id, language),
    )
