"""Small .lss files as LimeSurvey writes them, in the layouts before and since version 4."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from engage.exchange.imported import Imported, Note
from engage.exchange.limesurvey import read
from engage.questionnaire import checking, document
from engage.questionnaire.definition import Questionnaire

SID, FIRST_GID = "881234", 31

Rows = Sequence[Mapping[str, str]]


@dataclass
class Asked:
    """One question to be written. `rows` and `answers` are codes with a text."""

    kind: str
    code: str
    text: str = "A question?"
    rows: Mapping[str, str] = field(default_factory=dict)
    across: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    second: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    conditions: Rows = ()
    relevance: str = "1"
    help: str = ""
    group: int = 0
    qid: int = 0


def cell(value: str) -> str:
    """A value as LimeSurvey writes it: in CDATA, whatever stands in it."""
    kept = value.replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{kept}]]>"


def table(name: str, rows: Iterable[Mapping[str, str]]) -> str:
    """One table; nothing if it has no rows."""
    written = [
        "   <row>\n"
        + "".join(f"    <{key}>{cell(value)}</{key}>\n" for key, value in row.items())
        + "   </row>\n"
        for row in rows
    ]
    if not written:
        return ""
    return f" <{name}>\n  <rows>\n{''.join(written)}  </rows>\n </{name}>\n"


@dataclass
class File:
    """A survey to be written. A text in another language than the first is `text [fr]`."""

    asked: Sequence[Asked]
    old: bool = False
    languages: Sequence[str] = ("en",)
    settings: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    groups: Sequence[Mapping[str, str]] = ({"group_name": "First group"},)
    extra: Mapping[str, Rows] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, each in enumerate(self.asked):
            each.qid = each.qid or 501 + 20 * number
        self.tables: dict[str, list[dict[str, str]]] = {}
        self.ids = 9000

    def written(self) -> bytes:
        """The file."""
        self.tables = {}
        for number, group in enumerate(self.groups):
            self._group(number, group)
        for number, each in enumerate(self.asked):
            self._question(number, each)
        self._survey()
        tags = "".join(f"  <language>{escape(tag)}</language>\n" for tag in self.languages)
        version = "177" if self.old else "490"
        body = "".join(table(name, rows) for name, rows in {**self.tables, **self.extra}.items())
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<document>\n'
            " <LimeSurveyDocType>Survey</LimeSurveyDocType>\n"
            f" <DBVersion>{version}</DBVersion>\n <languages>\n{tags} </languages>\n"
            f"{body}</document>\n"
        ).encode()

    def _add(self, name: str, row: dict[str, str]) -> None:
        self.tables.setdefault(name, []).append(row)

    def said(self, text: str, language: str) -> str:
        """A text in one of the languages."""
        return text if language == self.languages[0] or not text else f"{text} [{language}]"

    def _put(self, name: str, row: dict[str, str], texts: Mapping[str, str], beside: str) -> None:
        """A row with its texts: within it in the old layout, in a table beside it in the new."""
        if self.old:
            for tag in self.languages:
                own = {column: self.said(text, tag) for column, text in texts.items()}
                self._add(name, {**row, **own, "language": tag})
            return
        self._add(name, row)
        key = {"question_l10ns": "qid", "group_l10ns": "gid", "answer_l10ns": "aid"}[beside]
        for tag in self.languages:
            own = {column: self.said(text, tag) for column, text in texts.items()}
            self.ids += 1
            self._add(beside, {"id": str(self.ids), key: row[key], **own, "language": tag})

    def _group(self, number: int, group: Mapping[str, str]) -> None:
        texts = {"group_name": group["group_name"], "description": group.get("description", "")}
        row = {"gid": str(FIRST_GID + number), "sid": SID, "group_order": str(number)}
        row["grelevance"] = group.get("grelevance", "")
        row["randomization_group"] = group.get("randomization_group", "")
        self._put("groups", row, texts, "group_l10ns")

    def _question(self, number: int, asked: Asked) -> None:
        gid = str(FIRST_GID + asked.group)
        row = {"qid": str(asked.qid), "parent_qid": "0", "sid": SID, "gid": gid}
        row |= {"type": asked.kind, "title": asked.code, "other": "N", "mandatory": "N"}
        row |= {"question_order": str(number), "scale_id": "0", "relevance": asked.relevance}
        texts = {"question": asked.text, "help": asked.help}
        self._put("questions", {**row, **asked.columns}, texts, "question_l10ns")
        for scale, rows in (("0", asked.rows), ("1", asked.across)):
            for place, (code, text) in enumerate(rows.items()):
                qid = str(asked.qid + 1 + place + 10 * int(scale))
                sub = {"qid": qid, "parent_qid": str(asked.qid), "sid": SID, "gid": gid}
                sub |= {"type": "T", "title": code, "question_order": str(place)}
                sub |= {"scale_id": scale, "relevance": "1"}
                self._put("subquestions", sub, {"question": text, "help": ""}, "question_l10ns")
        for scale, answers in (("0", asked.answers), ("1", asked.second)):
            for place, (code, text) in enumerate(answers.items()):
                answer = {"qid": str(asked.qid), "code": code, "sortorder": str(place)}
                answer |= {"assessment_value": "1", "scale_id": scale}
                if not self.old:
                    self.ids += 1
                    answer["aid"] = str(self.ids)
                self._put("answers", answer, {"answer": text}, "answer_l10ns")
        for name, value in asked.attributes.items():
            self._add(
                "question_attributes",
                {"qid": str(asked.qid), "attribute": name, "value": value, "language": ""},
            )
        for condition in asked.conditions:
            self._add("conditions", {"qid": str(asked.qid), "scenario": "1", **condition})

    def _survey(self) -> None:
        row = {"sid": SID, "admin": "inherit", "adminemail": "inherit", "format": "G"}
        row |= {"language": self.languages[0]}
        row |= {"additional_languages": " ".join(self.languages[1:]), **self.settings}
        self._add("surveys", row)
        for tag in self.languages:
            own = {"surveyls_title": "A survey", **self.texts}
            told = {column: self.said(text, tag) for column, text in own.items()}
            self._add("surveys_languagesettings", {"surveyls_language": tag, **told})

    def read(self) -> Imported:
        """What is made of it."""
        return read(self.written())


def notes(imported: Imported, *parts: str) -> list[Note]:
    """The notes whose sentence has every one of these parts."""
    return [n for n in imported.report if all(part in n.sentence() for part in parts)]


def pages(imported: Imported) -> dict[str, dict[str, Any]]:
    """Every page by its name."""
    sections = imported.document["sections"]
    return {page["name"]: page for section in sections for page in section["pages"]}


def asked_if(imported: Imported, page: str) -> object:
    """The condition of a page, None if it has none."""
    return pages(imported)[page].get("ask_if")


def questions(imported: Imported) -> dict[str, dict[str, Any]]:
    """Every question by its name."""
    every = [question for page in pages(imported).values() for question in page["questions"]]
    return {question["name"]: question for question in every}


def taken(imported: Imported) -> Questionnaire:
    """The questionnaire, which has no problem but advice."""
    questionnaire = document.read(json.dumps(imported.document))
    problems = checking.errors(questionnaire)
    assert problems == []
    return questionnaire


def one(asked: Asked, *more: Asked) -> Imported:
    """What is made of these questions: a questionnaire without problems."""
    imported = File([asked, *more]).read()
    taken(imported)
    return imported


def every_type() -> list[Asked]:
    """One question of every type, some of them looking at others."""
    rows = {"SQ001": "First row", "SQ002": "Second row"}
    answers = {"A1": "Good", "A2": "Bad", "A3": "Neither"}
    return [
        Asked("L", "List", answers=answers, columns={"other": "Y", "mandatory": "Y"}),
        Asked("!", "Drop", answers=answers, relevance='((List.NAOK == "A1"))'),
        Asked("O", "Comm", answers=answers),
        Asked("M", "Many", rows=rows, columns={"other": "Y"}, attributes={"max_answers": "2"}),
        Asked("P", "ManyC", rows=rows, relevance='Many_SQ001.NAOK == "Y"'),
        Asked("N", "Age", attributes={"min_num_value_n": "0", "max_num_value_n": "120"}),
        Asked("S", "Short", relevance="Age.NAOK >= 18"),
        Asked("T", "Long", attributes={"maximum_chars": "300"}),
        Asked("U", "Huge"),
        Asked("F", "Array", rows=rows, answers=answers, attributes={"array_filter": "Many"}),
        Asked("A", "Five", rows=rows),
        Asked("B", "Ten", rows=rows),
        Asked("C", "Unc", rows=rows),
        Asked("E", "Inc", rows=rows),
        Asked("H", "Cols", rows=rows, answers=answers),
        Asked("1", "Dual", rows=rows, answers=answers, second={"B1": "Low", "B2": "High"}),
        Asked("Q", "Texts", rows=rows),
        Asked("K", "Nums", rows=rows, attributes={"equals_num_value": "100"}),
        Asked("R", "Rank", answers=answers, attributes={"max_answers": "2"}),
        Asked("Y", "Yes", relevance='Array_SQ001.NAOK == "A1"'),
        Asked("G", "Sex"),
        Asked("D", "Day", attributes={"date_min": "2020-01-01"}),
        Asked("X", "Text", text="<p>Nearly done</p><p>One more page.</p>"),
        Asked("I", "Lang"),
        Asked("5", "Points", relevance="Yes == 'Y'"),
        Asked(";", "CellT", rows=rows, across={"X1": "Name", "X2": "Place"}),
        Asked(":", "CellN", rows=rows, across={"X1": "Hours"}),
        Asked("|", "Files", text="Send a file"),
        Asked("*", "Sum", text="{Age + 1}"),
    ]
