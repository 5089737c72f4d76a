"""XLSForms in: what each row becomes, and the note on whatever has no equal here."""

from typing import Any

import pytest

from engage.exchange.imported import Imported
from engage.exchange.refused import FileRefused
from engage.exchange.xlsform import read, write
from engage.questionnaire import document
from engage.questionnaire.checking import errors
from engage.questionnaire.definition import Questionnaire
from tests.core import forms
from tests.core.forms import choices, form, row

YN = choices("yn", "yes", "no")
WAYS = choices("ways", "bus", "bike", "none")


def imported(content: bytes) -> tuple[Questionnaire, list[str]]:
    """The document, which can be opened, and its notes, without that on the consent."""
    found = read(content, "form.xlsx")
    questionnaire = document.validated(found.document)
    assert not errors(questionnaire)
    return questionnaire, notes(found)


def notes(found: Imported) -> list[str]:
    return [note.sentence() for note in found.report if "row 2, column type" not in note.place]


def questions(questionnaire: Questionnaire) -> dict[str, dict[str, Any]]:
    """Each question in plain form."""
    return {
        question.name: question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for _, _, question in questionnaire.walk()
    }


def page_of(questionnaire: Questionnaire, name: str) -> dict[str, Any]:
    """The page that a question stands on."""
    page = next(page for _, page, question in questionnaire.walk() if question.name == name)
    return page.model_dump(mode="json", by_alias=True, exclude_defaults=True)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (row("text", "q", "Q?", constraint="string-length(.) <= 30"),
         {"kind": "short_text", "limit": 30}),
        (row("text", "q", "Q?", hint__English="Say more", parameters="rows=5"),
         {"kind": "long_text", "hint": "Say more"}),
        (row("integer", "q", "Q?", constraint=". >= 1 and . < 20"),
         {"kind": "number", "least": 1, "most": 19}),
        (row("date", "q", "Q?", constraint=". > date('2020-02-28') and . <= '2026-12-31'"),
         {"kind": "date", "earliest": "2020-02-29", "latest": "2026-12-31"}),
        (row("date", "q", "Q?", appearance="month-year"), {"kind": "month"}),
        (row("select_one yn", "q", "Q?"), {"kind": "single_choice", "code_list": "yn"}),
        (row("select_multiple ways", "q", "Q?", constraint="count-selected(.) <= 2"),
         {"kind": "multiple_choice", "code_list": "ways", "most": 2}),
        (row("rank ways", "q", "Q?"), {"kind": "ranking", "code_list": "ways"}),
        (row("select_one yn", "q", "Q?", parameters="randomize=true"),
         {"kind": "single_choice", "code_list": "yn", "order": "q_order"}),
    ],
)  # fmt: skip
def test_what_has_an_equal_becomes_it_and_is_not_noted(
    made: dict[str, str], expected: dict[str, Any]
) -> None:
    listed = [*YN, *WAYS]
    used = [each for each in listed if each["list_name"] in made["type"]]
    questionnaire, noted = imported(form(made, choices=used))
    assert questions(questionnaire)["q"] == {"name": "q", "text": "Q?", **expected}
    assert not noted


@pytest.mark.parametrize(
    ("made", "kind", "said"),
    [
        (row("geopoint", "q", "Q?"), "place", "survey, row 3, column type: geopoint: the place is"),
        (row("time", "q", "Q?"), "short_text", "column type: time: asked for in words"),
        (row("dateTime", "q", "Q?"), "date", "the time is left out"),
        (row("decimal", "q", "Q?", constraint=". >= 0 and . <= 9"), "number", "2 digits after"),
        (row("integer", "q", "Q?", constraint=". >= 0"), "number", "up to 1000000 are taken"),
        (row("integer", "q", "Q?", constraint=". >= 0 and . <= 9 and regex(., '1')"), "number",
         "left out: regex() has no equal here"),
        (row("text", "q", "Q?", required="yes"), "short_text", "nothing has to be answered here"),
        (row("text", "q", "Q?", default="x"), "short_text", "nothing is filled in beforehand"),
        (row("text", "q", "Q?", appearance="numbers"), "short_text", "in its own way"),
        (row("text", "q", "Q?", my_column="mine"), "short_text", "column my_column: mine: the col"),
        (row("text", "q", "Q?", relevant="today() > '2020-01-01'"), "short_text",
         "column relevant: today() > '2020-01-01': asked whatever was answered"),
        (row("select_one_from_file a.csv", "q", "Q?"), "short_text", "not in the workbook"),
        (row("acknowledge", "q", "Q?"), "multiple_choice", "one box takes its place"),
        (row("range", "q", "Q?", parameters="start=0 end=50 step=5"), "number", "not only every 5"),
        (row("text", "Q-q", "Q?"), "short_text", "column name: Q-q: the variable is called q_q"),
        (row("text", "q", "<b>Q?</b>"), "short_text", "marks for bold and the like"),
        (row("text", "q", "Now ${later}"), "short_text", "no answer of an earlier page"),
        (row("text", "q", "Now {x}"), "short_text", "in round brackets"),
    ],
)  # fmt: skip
def test_what_has_no_equal_is_noted_with_its_place(
    made: dict[str, str], kind: str, said: str
) -> None:
    later = row("note", "later", "Later")
    questionnaire, noted = imported(form(made, later, choices=YN))
    found = list(questions(questionnaire).values())[1]
    assert found["kind"] == kind
    assert any(said in sentence for sentence in noted), noted


@pytest.mark.parametrize("kind", ["audio", "image", "video", "file", "start", "deviceid", "hidden"])
def test_what_is_sent_in_or_recorded_is_left_out_and_noted(kind: str) -> None:
    questionnaire, noted = imported(form(row(kind, "q", "Q?"), row("text", "r", "R?")))
    assert list(questions(questionnaire)) == ["consent", "r"]
    assert any(f"survey, row 3, column type: {kind}: left out" in each for each in noted)


def test_groups_become_sections_and_pages() -> None:
    questionnaire, noted = imported(
        form(
            row("text", "loose", "Loose?"),
            row("begin_group", "home", "Your home", relevant="${loose} != ''"),
            row("text", "a", "A?"),
            row("begin_group", "both", appearance="field-list"),
            row("text", "b", "B?"),
            row("text", "c", "C?", relevant="${a} != ''"),
            row("text", "d", "D?", relevant="${b} != ''"),
            row("end_group"),
            row("begin_group", "inner", relevant="${a} = ''"),
            row("text", "e", "E?", relevant="${b} != ''"),
            row("end_group"),
            row("end_group"),
        )
    )
    sections = [(section.name, section.title) for section in questionnaire.sections]
    assert sections == [("questions", "A form"), ("home", "Your home")]
    home = questionnaire.sections[1]
    assert [[q.name for q in page.questions] for page in home.pages] == [
        ["a"], ["b", "c"], ["d"], ["e"],
    ]  # fmt: skip
    assert home.ask_if is not None
    assert page_of(questionnaire, "e")["ask_if"] == {
        "all": [
            {"not": {"answered": {"variable": "a"}}},
            {"answered": {"variable": "b"}},
        ]
    }
    assert any("row 9" in each and "looks back at its own page" in each for each in noted)


def test_a_table_becomes_a_grid() -> None:
    rows = [row("select_one yn", f"g_{at}", f"Row {at}") for at in range(3)]
    begin = row("begin_group", "g", "Which?", appearance="table-list")
    questionnaire, noted = imported(form(begin, *rows, row("end_group"), choices=YN))
    found = questions(questionnaire)["g"]
    assert (found["kind"], found["text"], found["code_list"]) == ("grid", "Which?", "yn")
    assert [each["text"] for each in found["rows"]] == ["Row 0", "Row 1", "Row 2"]
    assert not noted


def test_a_table_made_by_hand_becomes_a_grid_too() -> None:
    rows = [
        row("select_one yn", "head", "Which?", appearance="label"),
        row("select_one yn", "one", "One", appearance="list-nolabel"),
        row("select_one yn", "two", "Two", appearance="list-nolabel"),
    ]
    begin = row("begin_group", "g", "Which?", appearance="field-list")
    questionnaire, _ = imported(form(begin, *rows, row("end_group"), choices=YN))
    assert [each["name"] for each in questions(questionnaire)["g"]["rows"]] == ["one", "two"]


def trips(count: str, kind: str = "select_multiple ways") -> bytes:
    return form(
        row(kind, "ways", "How?", constraint="not(selected(., 'none') and count-selected(.) > 1)"),
        row("begin_repeat", "trip", "Trips", repeat_count=count),
        row("calculate", "way", calculation="selected-at(${ways}, position(..) - 1)"),
        row("calculate", "said", calculation="jr:choice-name(${way}, '${ways}')"),
        row("select_one yn", "safe", "Is ${said} safe?"),
        row("text", "why", "Why?", relevant="${safe} = 'no'"),
        row("end_repeat"),
        row("text", "end", "The end?"),
        choices=[*YN, *WAYS],
    )


def test_a_repeat_over_choices_becomes_a_repeated_section() -> None:
    questionnaire, noted = imported(trips("count-selected(${ways})"))
    section = questionnaire.sections[1]
    assert section.repeat is not None
    assert section.repeat.variable == "ways"
    assert {"safe_bus", "why_bus", "safe_bike", "why_bike"} <= set(questionnaire.variables)
    assert "safe_none" not in questionnaire.variables
    assert section.pages[0].questions[0].text == "Is {option} safe?"
    assert not noted


def test_any_other_repeat_is_asked_once_and_noted() -> None:
    questionnaire, noted = imported(trips("3"))
    assert questionnaire.sections[1].repeat is None
    assert any("column repeat_count: 3: asked once" in each for each in noted)


def test_other_gets_a_choice_and_a_page_of_its_own() -> None:
    made = row("select_multiple ways or_other", "how", "How?")
    questionnaire, noted = imported(form(made, row("rank ways", "r", "R?"), choices=WAYS))
    page = page_of(questionnaire, "how_other")
    assert page["ask_if"] == {"is": {"variable": "how", "value": "other"}}
    assert questionnaire.code_lists["ways"].names() == ("bus", "bike", "none", "other")
    assert questionnaire.code_lists["ways_2"].names() == ("bus", "bike", "none")
    assert any('"other" is a choice' in each for each in noted)


def test_a_choice_filter_says_when_each_choice_is_offered() -> None:
    towns = [*choices("town", "a", group="n"), *choices("town", "b", group="s")]
    questionnaire, noted = imported(
        form(
            row("select_one way", "way", "Where?"),
            row("select_one town", "town", "Which?", choice_filter="group = ${way}"),
            choices=[*choices("way", "n", "s"), *towns],
        )
    )
    offered = [code.ask_if for code in questionnaire.code_lists["town"].codes]
    assert [each.model_dump(by_alias=True) for each in offered if each is not None] == [
        {"is": {"variable": "way", "value": "n"}},
        {"is": {"variable": "way", "value": "s"}},
    ]
    assert not noted


def test_a_calculation_of_words_is_derived_and_conditions_see_through_it() -> None:
    questionnaire, noted = imported(
        form(
            row("integer", "size", "Size?", constraint=". >= 0 and . <= 20"),
            row("calculate", "kind", calculation="if(${size} > 4, 'large', 'small')"),
            row("text", "why", "Why?", relevant="${kind} = 'large'"),
        )
    )
    large = {"at_least": {"variable": "size", "value": 5}}
    assert page_of(questionnaire, "why")["ask_if"] == large
    derived = questionnaire.derived[0].model_dump(by_alias=True, exclude_defaults=True)
    assert derived["cases"] == ({"code": "large", "if": large},)
    assert derived["otherwise"] == "small"
    assert any("worked out when a response is stored" in each for each in noted)


def test_a_constraint_on_two_answers_asks_back() -> None:
    bounds = ". >= 0 and . <= 20"
    questionnaire, noted = imported(
        form(
            row("integer", "people", "People?", constraint=bounds),
            row("integer", "children", "Children?", constraint=f"{bounds} and . <= ${{people}}",
                constraint_message="More children than people?"),
        )
    )  # fmt: skip
    check = questionnaire.checks[0]
    assert check.text == "More children than people?"
    assert any("asked once whether the answer is right" in each for each in noted)


def test_pictures_of_choices_and_of_texts() -> None:
    seen = choices("seen", "square", "park")
    for each in seen:
        each["media::image"] = f"{each['name']}.jpg"
    questionnaire, noted = imported(
        form(
            row("select_one seen", "pick", "Which?"),
            row("text", "look", "What is it?", media__image="map.svg"),
            row("integer", "count", "How many?", media__image="map.svg",
                constraint=". >= 0 and . <= 9"),
            choices=seen,
        )
    )  # fmt: skip
    found = questions(questionnaire)
    assert found["pick"]["kind"] == found["look"]["kind"] == "picture"
    assert found["pick"]["pictures"] == ["square", "park"]
    assert questionnaire.pictures["map"].alt == "What is it?"
    assert any("column media::image: map.svg: left out; only" in each for each in noted)
    assert any("say in alt what it shows" in each for each in noted)


def test_languages_come_with_their_tags() -> None:
    content = form(
        {**row("text", "q", "How?"), "label::Polish": "Jak?", "label::Klingonese": "chay'?"},
        {**row("text", "r", "Who, ${q}?"), "label::Polish": "Kto?"},
    )
    questionnaire, noted = imported(content)
    assert questionnaire.source_language == "en"
    assert questionnaire.translations["pl"].texts["question.q.text"].text == "Jak?"
    assert "question.r.text" not in questionnaire.translations["pl"].texts
    assert any('the language "Klingonese"' in each for each in noted)
    assert any("does not show the answers that the source shows" in each for each in noted)
    assert any("language pl" in each and "texts are not there" in each for each in noted)


def test_without_consent_and_without_what_residents_are_told_both_are_added_and_noted() -> None:
    survey = [{"type": "text", "name": "q", "label": "How?"}]
    questionnaire, noted = imported(forms.workbook(survey=survey))
    assert questionnaire.sections[0].pages[0].questions[0].kind == "consent"
    assert questionnaire.about.privacy.startswith("To be written")
    assert any("one was added as first page" in each for each in noted)
    assert any("column engage_privacy" in each for each in noted)
    assert questionnaire.survey == "form"


def test_the_consent_of_a_form_comes_first_and_its_conditions_hold() -> None:
    survey = [
        row("note", "hello", "Welcome", hint="Nice to see you."),
        row("select_one yn", "consent", "Do you agree?", required="yes"),
        row("begin_group", "all", "All", relevant="${consent} = 'yes'"),
        row("text", "q", "How?"),
        row("end_group"),
    ]
    content = forms.workbook(survey=survey, choices=YN, settings=[forms.SETTINGS | forms.TOLD])
    questionnaire, _ = imported(content)
    first = questionnaire.sections[0].pages[0].questions[0]
    assert (first.kind, first.text) == ("consent", "Do you agree?")
    assert questionnaire.sections[-1].ask_if is not None
    assert questions(questionnaire)["hello"]["text"] == "Welcome"


@pytest.mark.parametrize(
    ("survey", "said"),
    [
        ([row("foo", "a", "A")], "survey, row 2, column type: Unknown question type 'foo'."),
        ([row("text", "a b", "A")], "survey, row 2, column name: Names must begin with"),
        ([row("text", "a", "A"), row("text", "a", "B")], "survey, row 3, column name: Questions,"),
        ([row("text", "a", "A", relevant="${b} = 1")], "survey, row 2, column relevant: Reference"),
        ([row("begin_group", "a", "A")], "survey, row 2: Unmatched 'begin_group'."),
        ([row("text", "a")], "survey, row 2, column name: The survey element named 'a' has no"),
        ([row("select_one x", "a", "A")], "There should be a choices sheet"),
    ],
)
def test_what_pyxform_refuses_is_refused_with_its_place(
    survey: list[dict[str, str]], said: str
) -> None:
    with pytest.raises(FileRefused) as caught:
        read(forms.workbook(survey=survey), "f.xlsx")
    assert said in caught.value.mistakes[0]


@pytest.mark.parametrize("content", [b"", b"type,name\ntext,a\n", forms.workbook(other=[{"a": 1}])])
def test_what_is_no_workbook_or_no_form_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read(content, "f.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engage.exchange.xlsform.sheets.LARGEST", 100)
    with pytest.raises(FileRefused, match="once unpacked"):
        read(form(row("text", "q", "Q?")), "f.xlsx")


@pytest.mark.parametrize("broken", ["5", "[1]", '{"of": "x", "page": 7}', '{"level": "a"}', "{"])
def test_broken_cells_of_our_own_are_refused_or_noted(broken: str) -> None:
    questionnaire = imported(form(row("integer", "q", "Q?"), row("text", "r", "R?")))[0]
    content = write(questionnaire)[0]

    def change(rows: list[dict[str, Any]]) -> None:
        for each in rows:
            each |= {"engage_ask_if": broken, "engage_more": broken, "engage_bounds": broken}

    try:
        found = read(forms.edited(content, "survey", change), "f.xlsx")
        document.validated(found.document)
    except (FileRefused, document.DocumentRefused):
        pass
