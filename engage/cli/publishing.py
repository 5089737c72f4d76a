"""Freezing a questionnaire as the newest version of its survey."""

from engage.questionnaire import document
from engage.questionnaire.comparison import breaks
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.texts import languages
from engage.store import audit, surveys
from engage.store.database import Database

from .explaining import sentence
from .opening import versions
from .refusal import lines


def publish(database: Database, questionnaire: Questionnaire, draft: bool = False) -> str:
    """Freeze a questionnaire as the newest version of its survey; what was done, in words."""
    digest, text = document.digest(questionnaire), document.write(questionnaire)
    with database.writing() as connection:
        there = surveys.find(connection, questionnaire.survey)
        if there is not None and there.digest == digest:
            return f"{there.name} is unchanged: version {there.version}, {there.state}."
        if there is not None:
            broken = breaks(versions(connection, there.id), questionnaire)
            if broken:
                raise lines("This would harm what has been answered:", map(sentence, broken))
        made = surveys.publish(connection, questionnaire.survey, text, digest)
        state = made.state
        if there is None and not draft:
            state = "open"
            surveys.set_state(connection, made.id, state)
        audit.record(
            connection, "command line", "version published", made.name, f"{made.version} {digest}"
        )
    tongues = ", ".join(languages(questionnaire, unreviewed=True))
    return f"{made.name}: version {made.version}, {state}, languages {tongues}."
