"""`engage table`: one protected table."""

import csv
import json
import sys

import click

from engage.analyse.tabulating import NotTabulable, Wanted, protected
from engage.disclosure.level import ALL, Level
from engage.disclosure.protected import ProtectedTable, Refusal
from engage.store import tallies
from engage.web.instrument import Instrument

from .opening import find, opened
from .refusal import Refused

WHY = {
    "no_answers": "nobody has answered it yet",
    "too_few_answers": "fewer than {threshold} have answered it",
    "no_safe_grouping": "no declared grouping leaves every number at 0 or at least {threshold}",
}


@click.command(epilog="Example: engage table smart-citizens know_mk_connect --by age_band")
@click.argument("survey")
@click.argument("question")
@click.option("--by", "classification", required=True, help="The classification.")
@click.option("--format", "format_", type=click.Choice(["json", "csv"]), default="json")
def table(survey: str, question: str, classification: str, format_: str) -> None:
    """Tabulate QUESTION of SURVEY by a classification, groups merged until no number is small."""
    with opened() as database, database.reading() as connection:
        found, questionnaire = find(connection, survey)
        wanted = Wanted(question, classification)
        try:
            shown = protected(connection, found.id, questionnaire, wanted)
        except NotTabulable as error:
            known = ", ".join(error.known)
            raise Refused(f'No table can be made of "{error.name}". There are: {known}.') from None
        _, invented = tallies.total(connection, found.id)
    if isinstance(shown, Refusal):
        why = WHY[shown.code].format(**shown.parameters)
        raise Refused(f"{question} by {classification} is not shown: {why}.")
    rows = _rows(shown, Instrument(questionnaire, questionnaire.source_language), invented > 0)
    if format_ == "json":
        head = {"survey": survey, "question": question, "classification": classification}
        flags = {
            "demonstration_data": invented > 0,
            "threshold": shown.threshold,
            "did_not_say_left_out": shown.missing_group_left_out,
            "no_answer_left_out": shown.missing_category_left_out,
            "too_few": list(shown.too_few),
        }
        click.echo(json.dumps({**head, **flags, "rows": rows}, ensure_ascii=False, indent=2))
    else:
        writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _rows(shown: ProtectedTable, texts: Instrument, invented: bool) -> list[dict[str, object]]:
    groups = texts.code_labels(shown.classification)
    categories = texts.code_labels(shown.question)

    def label(level: Level, labels: dict[str, str]) -> str:
        if level.code is None:
            return "Did not say"
        return "All who answered" if level.code == ALL else labels[level.code]

    rows = []
    for group, counts, percentages, base in zip(
        shown.groups, shown.counts, shown.percentages, shown.bases, strict=True
    ):
        for category, count, percentage in zip(shown.categories, counts, percentages, strict=True):
            row = {
                "group": group.code or "",
                "group_label": label(group, groups),
                "category": category.code or "",
                "category_label": label(category, categories),
                "count": count,
                "percentage": percentage,
                "base": base,
                "demonstration_data": "yes" if invented else "no",
            }
            rows.append(row)
    return rows
