"""The surveys that the public can read about, newest release first."""

import datetime
from dataclasses import dataclass, field

from engage.store import releases, surveys, turnout
from engage.store.database import Connection
from engage.store.releases import Release
from engage.store.surveys import Survey
from engage.web.instrument import languages_of, questionnaire, texts_of
from engage.web.languages import BY_TAG, InterfaceLanguage, among

from .reading import read
from .speaking import spoken


@dataclass(frozen=True)
class ReleasedOn:
    """A release by number and day."""

    number: int
    published: datetime.date


@dataclass(frozen=True)
class ListedSurvey:
    """A survey, its title in a language, its releases, and its responses rounded down to 10.

    `responses` is None once the survey is closed: then its releases are all there is to know.
    """

    name: str
    title: str
    language: InterfaceLanguage
    is_open: bool
    responses: int | None
    demonstration: bool
    releases: tuple[ReleasedOn, ...] = field(default=())


def listed(connection: Connection, language: str) -> list[ListedSurvey]:
    """Open surveys, and all others that have a release; raises DamagedRelease."""
    return [
        told
        for each in surveys.listed(connection)
        if (told := _told(connection, each, language)) is not None
    ]


def told(connection: Connection, name: str, language: str) -> ListedSurvey | None:
    """One survey as the list has it; None for one that is not public."""
    found = surveys.find(connection, name)
    return None if found is None else _told(connection, found, language)


def _told(connection: Connection, survey: Survey, language: str) -> ListedSurvey | None:
    published = releases.listed(connection, survey.name)
    if survey.state == "draft" or not (survey.is_open or published):
        return None
    count, invented = turnout.rounded_down(connection, survey.id)
    title, spoken = _title(connection, survey, published, language)
    return ListedSurvey(
        survey.name,
        title,
        spoken,
        survey.is_open,
        count if survey.is_open else None,
        invented if survey.is_open else bool(read(published[0]).document["demonstration"]),
        tuple(ReleasedOn(each.number, each.published) for each in published),
    )


def _title(
    connection: Connection, survey: Survey, published: list[Release], language: str
) -> tuple[str, InterfaceLanguage]:
    """The survey's title in `language`, or in the source language where it is not offered."""
    found = questionnaire(connection, survey.version_id)
    newest = read(published[0]) if published else None
    offered = spoken(newest) if newest else among(languages_of(found))
    chosen = language if BY_TAG[language] in offered else found.source_language
    title = newest.labels(chosen).title if newest else texts_of(found, chosen)["title"]
    return title, BY_TAG[chosen]
