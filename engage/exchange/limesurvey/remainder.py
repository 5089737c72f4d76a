"""Everything else in the file: quotas, defaults, emails, settings and tables nobody knows."""

from collections.abc import Mapping

from .leftovers import SAYS_NOTHING
from .manuscript import Manuscript
from .tables import Row, Tables

READ = frozenset(
    [
        "answers",
        "answer_l10ns",
        "conditions",
        "groups",
        "group_l10ns",
        "questions",
        "question_l10ns",
        "subquestions",
        "question_attributes",
        "surveys",
        "surveys_languagesettings",
        "languages",
    ]
)
TOLD = {
    "assessments": ("assessments", "nothing is scored here"),
    "survey_url_parameters": ("parameters of the address", "none are read here"),
    "themes": ("settings of themes", "how it looks is decided here"),
    "themes_inherited": ("settings of themes", "how it looks is decided here"),
    "plugin_settings": ("settings of plugins", "there are none here"),
}
WITH_THESE = frozenset({"quota_members", "quota_languagesettings", "defaultvalue_l10ns"})
"""Tables that only say more about rows of another."""

SETTINGS_READ = frozenset(
    [
        "sid",
        "gsid",
        "owner_id",
        "admin",
        "adminemail",
        "language",
        "additional_languages",
        "showsurveypolicynotice",
        "active",
        "datecreated",
        "lastpage",
    ]
)
TEXTS_READ = frozenset(
    [
        "surveyls_survey_id",
        "surveyls_language",
        "surveyls_title",
        "surveyls_description",
        "surveyls_welcometext",
        "surveyls_endtext",
        "surveyls_policy_notice",
        "surveyls_policy_notice_label",
        "surveyls_dateformat",
        "surveyls_numberformat",
    ]
)


def note_rest(manuscript: Manuscript, tables: Tables) -> None:
    """Note every table, setting and text that has not been taken."""
    for place in manuscript.survey.stray:
        manuscript.report.add(place, "it belongs to nothing in the file", _stray(place))
    for name, rows in tables.rows.items():
        if name in READ or name in WITH_THESE:
            continue
        if name == "quota":
            _quotas(manuscript, rows)
        elif name == "defaultvalues":
            _defaults(manuscript, rows, tables)
        else:
            told, why = TOLD.get(name, (f"{len(rows)} rows", "this table is not known"))
            manuscript.report.add(f"table {name}", told, f"left out: {why}")
    _settings(manuscript)
    _texts(manuscript)
    _scores(manuscript)


def _stray(place: str) -> str:
    return "put into a section of its own" if place.startswith("question ") else "left out"


def _quotas(manuscript: Manuscript, rows: list[Row]) -> None:
    for row in rows:
        found = f"{row.get('name', '')} (limit {row.get('qlimit', '?')})"
        done = "left out: nobody is turned away here"
        manuscript.report.add(f"quota {row.get('id', '?')}", found, done)


def _defaults(manuscript: Manuscript, rows: list[Row], tables: Tables) -> None:
    """Answers that stand there from the start; here nothing does."""
    places = {question.qid: question.place for question in manuscript.survey.questions()}
    beside: dict[str, str] = {
        row.get("dvid", ""): row.get("defaultvalue", "") for row in tables.of("defaultvalue_l10ns")
    }
    for row in rows:
        value = row.get("defaultvalue") or beside.get(row.get("dvid", "?"), "")
        if value:
            place = places.get(row.get("qid", ""), f"question {row.get('qid', '?')}")
            done = "left out: no answer stands there from the start"
            manuscript.report.add(f"{place}, default", value, done)


def _scores(manuscript: Manuscript) -> None:
    if manuscript.survey.settings.get("assessments") == "Y":
        for question in manuscript.survey.questions():
            if any(answer.assessment not in ("", "0") for answer in question.answers):
                done = "left out: nothing is scored here"
                manuscript.report.share(question.place, "values for an assessment", done)


def _settings(manuscript: Manuscript) -> None:
    settings = manuscript.survey.settings
    kept = {name: value for name, value in settings.items() if name not in SETTINGS_READ}
    said = _saying(kept)
    if said:
        found = ", ".join(f"{name} = {value}" for name, value in said.items())
        manuscript.report.split("surveys", found, "settings with no equal here are left out")


def _texts(manuscript: Manuscript) -> None:
    names: dict[str, None] = {}
    for row in manuscript.survey.texts.values():
        rest = {name: value for name, value in row.items() if name not in TEXTS_READ}
        names.update(dict.fromkeys(_saying(rest)))
    emails = [name for name in names if "email" in name or name == "attachments"]
    if emails:
        place = "surveys_languagesettings"
        done = "left out: no emails are sent from here"
        manuscript.report.split(place, f"texts of emails ({', '.join(emails)})", done)
    for name in names:
        if name not in emails:
            place = f"surveys_languagesettings, column {name}"
            value = next(row[name] for row in manuscript.survey.texts.values() if row.get(name))
            manuscript.report.add(place, value, "left out: no equal here")


def _saying(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value not in SAYS_NOTHING}
