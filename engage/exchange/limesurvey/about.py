"""The title and what residents are told, from the texts and settings of the survey."""

from collections.abc import Mapping

from engage.questionnaire.checking import RESERVED

from .manuscript import Manuscript, Plain
from .naming import slugs
from .survey import Words

MINUTES = 10
TO_FILL_IN = {
    "summary": "To be filled in: what this survey is about, in one or two sentences.",
    "operator": "To be filled in: who runs this survey.",
    "purpose": "To be filled in: what the answers are for.",
    "privacy": "To be filled in: what is kept of the answers, for how long, and who sees it.",
    "other_ways": "To be filled in: how else people can take part, on paper or by telephone.",
    "next_steps": "To be filled in: what happens after the survey closes.",
    "contact": "To be filled in: whom to ask, by telephone and by email.",
}
TAKEN = {
    "summary": "surveyls_description",
    "purpose": "surveyls_welcometext",
    "privacy": "surveyls_policy_notice",
    "next_steps": "surveyls_endtext",
}


def head(manuscript: Manuscript) -> Plain:
    """The document's name, title and `about`."""
    survey = manuscript.survey
    titles = survey.text("surveyls_title")
    _fills_in(manuscript, titles)
    place = "surveys_languagesettings, column surveyls_title"
    title = manuscript.plain(titles, place, answers=False)
    if not title:
        manuscript.report.add(place, "no title", f'"Survey {survey.sid}" stands there instead')
        title = {manuscript.source: f"Survey {survey.sid}".strip()}
    name = slugs(RESERVED).fresh(title[manuscript.source], f"survey-{survey.sid}")
    return {
        "survey": name,
        "title": manuscript.say("title", title),
        "about": _about(manuscript),
    }


def _fills_in(manuscript: Manuscript, titles: Words) -> None:
    """What LimeSurvey fills in itself where it stands in braces."""
    for language, tag in manuscript.tags.items():
        known = {
            "SURVEYNAME": titles.get(language, ""),
            "SURVEYDESCRIPTION": manuscript.survey.text("surveyls_description").get(language, ""),
            "ADMINNAME": _setting(manuscript, "admin"),
            "ADMINEMAIL": _setting(manuscript, "adminemail"),
            "SID": manuscript.survey.sid,
        }
        manuscript.known[tag] = {k: text for k, text in known.items() if text and "{" not in text}


def _setting(manuscript: Manuscript, name: str) -> str:
    value = manuscript.survey.settings.get(name, "")
    return "" if value == "inherit" else value


def _about(manuscript: Manuscript) -> Plain:
    about: Plain = {"minutes": MINUTES}
    manuscript.report.add(
        "survey", "no time that it takes", f"{MINUTES} minutes: change it in about"
    )
    found = _found(manuscript)
    for field, sentence in TO_FILL_IN.items():
        words = found.get(field) or {}
        if not words:
            manuscript.report.add("survey", f"no text for {field}", "to be filled in in about")
        about[field] = manuscript.say(f"about.{field}", words or {"en": sentence})
    return about


def _found(manuscript: Manuscript) -> Mapping[str, Words]:
    found: dict[str, Words] = {}
    for field, column in TAKEN.items():
        place = f"surveys_languagesettings, column {column}"
        found[field] = manuscript.plain(manuscript.survey.text(column), place, answers=False)
    admin, email = _setting(manuscript, "admin"), _setting(manuscript, "adminemail")
    tags = manuscript.tags.values()
    if admin:
        found["operator"] = dict.fromkeys(tags, admin)
    if email:
        found["contact"] = dict.fromkeys(tags, " ".join([admin, email]).strip())
    return found
