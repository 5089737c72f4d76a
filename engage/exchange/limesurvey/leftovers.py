"""What belongs to a question and has no equal here: noted, so that nothing is lost unseen."""

from .manuscript import Manuscript
from .survey import Question

ROWS_USED = frozenset("MPQKFHABCE1;:R")
ANSWERS_USED = frozenset("L!OFH1R")
TWO_AXES = frozenset(";:")
OTHER_USED = frozenset("L!MPO")

SAYS_NOTHING = frozenset({"", "0", "N", "I", "default", "inherit", "normal", "-1"})
"""Values that are what LimeSurvey does anyway."""
USUAL = {
    "allowed_filetypes": "png, gif, doc, odt, jpg, jpeg, pdf",
    "answer_width": "33",
    "choice_input_columns": "12",
    "commented_checkbox": "checked",
    "commented_checkbox_auto": "1",
    "fix_height": "200",
    "keep_aspect": "1",
    "label_input_columns": "12",
    "location_mapheight": "300",
    "location_mapwidth": "500",
    "location_mapzoom": "11",
    "max_filesize": "10240",
    "max_num_of_files": "1",
    "other_position": "end",
    "samechoiceheight": "1",
    "samelistheight": "1",
    "show_comment": "1",
    "show_title": "1",
    "showpopups": "1",
    "slider_custom_handle": "f1ae",
    "slider_default_set": "1",
    "slider_handle": "0",
    "slider_rating": "0",
    "statistics_showgraph": "1",
    "text_input_columns": "12",
    "text_input_width": "12",
    "time_limit_action": "1",
    "value_range_allows_missing": "1",
}
"""Values that LimeSurvey writes down for every question unless somebody chose another."""
THEMES = {
    "5": "5pointchoice",
    "A": "arrays/5point",
    "B": "arrays/10point",
    "C": "arrays/yesnouncertain",
    "D": "date",
    "E": "arrays/increasesamedecrease",
    "F": "arrays/array",
    "G": "gender",
    "H": "arrays/column",
    "I": "language",
    "K": "multiplenumeric",
    "L": "listradio",
    "M": "multiplechoice",
    "N": "numerical",
    "O": "list_with_comment",
    "P": "multiplechoice_with_comments",
    "Q": "multipleshorttext",
    "R": "ranking",
    "S": "shortfreetext",
    "T": "longfreetext",
    "U": "hugefreetext",
    "X": "boilerplate",
    "Y": "yesno",
    "!": "list_dropdown",
    "1": "arrays/dualscale",
    ":": "arrays/multiflexi",
    ";": "arrays/texts",
}
NO_EQUAL = "left out: no equal here"


def told(manuscript: Manuscript, question: Question, taken: bool) -> None:
    """Note whatever of a question did not come into the document."""
    _rows(manuscript, question, taken)
    if taken:
        _columns(manuscript, question)
        _attributes(manuscript, question)


def _rows(manuscript: Manuscript, question: Question, taken: bool) -> None:
    """Rows and answers that the type does not have, or that were left out with the question."""
    of_type = taken and question.kind in ROWS_USED
    if question.kind == "R" and question.answers:
        of_type = False
    axes = ("0", "1") if question.kind in TWO_AXES else ("0",)
    for each in question.subquestions:
        if not (of_type and each.scale in axes):
            place = f"{question.place}, row {each.code} ({each.qid})"
            found = "a row of a question that has none" if taken else "a row of that question"
            manuscript.report.add(place, found, "left out")
    scales = ("0", "1") if question.kind == "1" else ("0",)
    used = taken and question.kind in ANSWERS_USED
    unused = [a.code for a in question.answers if not (used and a.scale in scales)]
    if unused:
        manuscript.report.add(f"{question.place}, answers", ", ".join(unused), "left out")


def _columns(manuscript: Manuscript, question: Question) -> None:
    """What stands in the row of every question."""
    row, place, report = question.row, question.place, manuscript.report
    if row.get("mandatory") in ("Y", "S"):
        report.share(place, "mandatory", "may be left empty: nothing has to be answered here")
    if row.get("encrypted") == "Y":
        report.share(place, "encrypted answers", "kept like every other answer")
    for column in ("preg", "script", "modulename"):
        if row.get(column):
            report.add(f"{place}, column {column}", row[column], NO_EQUAL)
    if question.other and question.kind not in OTHER_USED:
        report.add(f"{place}, column other", "Y", NO_EQUAL)
    theme = row.get("question_theme_name", "")
    if theme not in ("", "core", THEMES.get(question.kind)):
        report.share(place, f"the question theme {theme}", NO_EQUAL)


def _attributes(manuscript: Manuscript, question: Question) -> None:
    """Attributes that nothing asked for and that say something."""
    for name, values in question.attributes.items():
        if name in question.used:
            continue
        said = [value for value in values.values() if value not in SAYS_NOTHING]
        said = [value for value in said if value != USUAL.get(name)]
        if said:
            found = f"the attribute {name} = {said[0]}"
            manuscript.report.share(question.place, found, NO_EQUAL)
