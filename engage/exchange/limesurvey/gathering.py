"""From rows to a survey: the old layout (texts in the rows) and the new one (texts beside them)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..refused import FileRefused
from .survey import Answer, Group, Question, Subquestion, Survey, Words
from .tables import Row, Tables

MOST_LANGUAGES = 150
"""LimeSurvey knows about a hundred."""


def gather(tables: Tables) -> Survey:
    """The survey of a file; raises FileRefused if it has no question."""
    settings = (tables.of("surveys") or [{}])[0]
    if not tables.of("questions"):
        raise FileRefused(["expected a survey with questions, found none in the file"])
    texts = {row.get("surveyls_language", ""): row for row in tables.of("surveys_languagesettings")}
    language = settings.get("language") or next(iter([*texts, *tables.languages]), "") or "en"
    more = settings.get("additional_languages", "").split()
    languages = tuple(dict.fromkeys(x for x in (language, *more, *tables.languages, *texts) if x))
    if len(languages) > MOST_LANGUAGES:
        raise FileRefused([f"expected at most {MOST_LANGUAGES} languages, found {len(languages)}"])
    groups = _groups(tables)
    stray = _fill(groups, _questions(tables))
    return Survey(
        sid=settings.get("sid", ""),
        language=language,
        languages=languages,
        settings=settings,
        texts=texts,
        groups=groups,
        stray=(*stray, *_strays(tables)),
    )


def _groups(tables: Tables) -> list[Group]:
    beside = _by("gid", tables.of("group_l10ns"))
    found = []
    for gid, rows in _by("gid", tables.of("groups")).items():
        own = beside.get(gid, rows)
        first = rows[0]
        group = Group(
            gid=gid,
            name=_words(own, "group_name"),
            description=_words(own, "description"),
            relevance=first.get("grelevance", ""),
            random=first.get("randomization_group", ""),
        )
        found.append((_order(first, "group_order"), group))
    return [group for _, group in sorted(found, key=lambda pair: pair[0])]


def _questions(tables: Tables) -> list[Question]:
    """The questions in order, with what belongs to each."""
    rows = [row for row in tables.of("questions") if row.get("parent_qid", "0") in ("", "0")]
    beside = _by("qid", tables.of("question_l10ns"))
    subquestions, answers = _subquestions(tables, beside), _answers(tables)
    attributes, conditions = _attributes(tables), _by("qid", tables.of("conditions"))
    found = []
    for qid, own in _by("qid", rows).items():
        first = own[0]
        question = Question(
            qid=qid,
            gid=first.get("gid", ""),
            kind=first.get("type", ""),
            code=first.get("title", ""),
            text=_words(beside.get(qid, own), "question"),
            help=_words(beside.get(qid, own), "help"),
            row={**first, "script": _script(beside.get(qid, own))},
            attributes=attributes.get(qid, {}),
            subquestions=tuple(subquestions.get(qid, ())),
            answers=tuple(answers.get(qid, ())),
            conditions=tuple(conditions.get(qid, ())),
        )
        found.append((_order(first, "question_order"), question))
    return [question for _, question in sorted(found, key=lambda pair: pair[0])]


def _script(rows: Iterable[Row]) -> str:
    return next((row["script"] for row in rows if row.get("script")), "")


def _subquestions(tables: Tables, beside: dict[str, list[Row]]) -> dict[str, list[Subquestion]]:
    within = [row for row in tables.of("questions") if row.get("parent_qid", "0") not in ("", "0")]
    rows = _by("qid", [*tables.of("subquestions"), *within])
    found: dict[str, list[Subquestion]] = defaultdict(list)
    for qid, own in sorted(rows.items(), key=lambda pair: _order(pair[1][0], "question_order")):
        first = own[0]
        each = Subquestion(
            qid=qid,
            code=first.get("title", ""),
            scale=first.get("scale_id") or "0",
            text=_words(beside.get(qid, own), "question"),
            relevance=first.get("relevance", ""),
        )
        found[first.get("parent_qid", "")].append(each)
    return found


def _answers(tables: Tables) -> dict[str, list[Answer]]:
    beside = _by("aid", tables.of("answer_l10ns"))
    rows: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in tables.of("answers"):
        rows[row.get("qid", ""), row.get("scale_id") or "0", row.get("code", "")].append(row)
    found: dict[str, list[Answer]] = defaultdict(list)
    in_order = sorted(rows.items(), key=lambda pair: (pair[0][1], _order(pair[1][0], "sortorder")))
    for (qid, scale, code), own in in_order:
        label = _words(beside.get(own[0].get("aid", ""), own), "answer")
        found[qid].append(Answer(code, scale, label, own[0].get("assessment_value", "0")))
    return found


def _attributes(tables: Tables) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in tables.of("question_attributes"):
        values = found[row.get("qid", "")].setdefault(row.get("attribute", ""), {})
        values[row.get("language", "")] = row.get("value", "")
    return found


def _fill(groups: list[Group], questions: Sequence[Question]) -> list[str]:
    """Put each question into its group; those without one go into a group of their own."""
    by_gid = {group.gid: group for group in groups}
    lost = [question for question in questions if question.gid not in by_gid]
    for question in questions:
        if question.gid in by_gid:
            by_gid[question.gid].questions.append(question)
    if lost:
        groups.append(Group(gid="", name={}, description={}, questions=lost))
    return [f"{question.place}, column gid" for question in lost]


def _strays(tables: Tables) -> list[str]:
    qids = {row.get("qid", "") for row in tables.of("questions")}
    found: dict[str, None] = {}
    for row in tables.of("subquestions"):
        if row.get("parent_qid", "") not in qids:
            found[f"subquestion {row.get('title', '?')} ({row.get('qid', '?')})"] = None
    for name in ("answers", "question_attributes", "conditions"):
        for row in tables.of(name):
            if row.get("qid", "") not in qids:
                found[f"{name}, column qid {row.get('qid', '?')}"] = None
    return list(found)


def _by(column: str, rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.get(column, "")].append(row)
    return found


def _words(rows: Iterable[Row], column: str) -> Words:
    return {row.get("language", ""): row[column] for row in rows if row.get(column)}


def _order(row: Row, column: str) -> int:
    """A place in an order; what is not a number comes last."""
    value = row.get(column, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 10**9
