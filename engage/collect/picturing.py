"""The pictures of questionnaires that residents meet, ready to be sent."""

import uuid
from dataclasses import dataclass

from engage.questionnaire.definition import Questionnaire
from engage.store import surveys
from engage.store.database import Connection
from engage.web import pictures
from engage.web.instrument import questionnaire


@dataclass(frozen=True)
class Sent:
    """The bytes of a picture, and what they are."""

    content: bytes
    media_type: str


_by_version: dict[uuid.UUID, dict[tuple[str, str], Sent]] = {}


def find(connection: Connection, digest: str, file: str) -> Sent | None:
    """The picture at an address; its digest says what it holds, so that it never changes."""
    wanted = (digest, file)
    for known in _by_version.values():
        if wanted in known:
            return known[wanted]
    for version_id in surveys.met(connection):
        if version_id not in _by_version:
            _by_version[version_id] = _pictures(questionnaire(connection, version_id))
        if wanted in _by_version[version_id]:
            return _by_version[version_id][wanted]
    return None


def _pictures(found: Questionnaire) -> dict[tuple[str, str], Sent]:
    made: dict[tuple[str, str], Sent] = {}
    for drawing in found.pictures.values():
        if drawing.content is not None and drawing.media_type is not None:
            content = pictures.content_of(drawing)
            made[pictures.digest(content), drawing.file] = Sent(content, drawing.media_type)
    return made
