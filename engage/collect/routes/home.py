"""The front door: choose a language, choose a survey."""

from dataclasses import dataclass

from flask import render_template

from engage.store import surveys
from engage.web.instrument import languages_of, questionnaire, texts_of
from engage.web.languages import InterfaceLanguage, among, offered
from engage.web.storage import database

from . import resident


@dataclass(frozen=True)
class Listed:
    """An open survey as the front door lists it."""

    name: str
    language: InterfaceLanguage
    title: str
    summary: str
    minutes: int
    others: tuple[InterfaceLanguage, ...]


@resident.get("/")
def front() -> str:
    return render_template("collect/front.html", surveys=_listed("en"), languages=offered())


@resident.get("/<lang:lang>/")
def home(lang: str) -> str:
    return render_template("collect/home.html", surveys=_listed(lang), at_home=True)


def _listed(tag: str) -> list[Listed]:
    with database().reading() as connection:
        found = [
            questionnaire(connection, survey.version_id)
            for survey in surveys.listed(connection, "open")
        ]
    listed = []
    for each in found:
        spoken = among(languages_of(each))
        language = next((s for s in spoken if s.tag == tag), spoken[0] if spoken else None)
        if language is not None:
            texts = texts_of(each, language.tag)
            head = (each.survey, language, texts["title"], texts["about.summary"])
            listed.append(Listed(*head, each.about.minutes, spoken))
    return listed


@resident.get("/<lang:lang>/about/<any(privacy, accessibility, cookies, help):topic>")
def about(lang: str, topic: str) -> str:
    return render_template(f"collect/about_{topic}.html")
