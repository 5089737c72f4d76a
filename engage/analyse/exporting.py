"""Files of what a page shows: the table, the shares beside the census, and a README."""

import datetime
import io
import zipfile

from flask_babel import format_date, format_decimal, pgettext

from engage.disclosure.protected import ProtectedTable
from engage.exchange.table_csv import write_shares, write_table
from engage.web.desk import Desk

from . import sourcing
from .labelling import Labels, whole
from .reaching import Reach
from .sentences import notes

Period = tuple[datetime.date | None, datetime.date | None]


def name(desk: Desk, reach: Reach) -> str:
    """The start of a file's name; demonstration data says so there too."""
    invented = "-demonstration-data" if desk.invented else ""
    table = f"{reach.wanted.question}-by-{reach.wanted.classification}"
    return f"{desk.survey.name}{invented}-{table}"


def table_csv(desk: Desk, reach: Reach, table: ProtectedTable) -> str:
    """The table as CSV."""
    groups = Labels(desk.texts, table.classification)
    categories = Labels(desk.texts, table.question)
    return write_table(table, groups.level, categories.level, desk.invented > 0)


def shares_csv(desk: Desk, reach: Reach) -> str:
    """The shares beside the census as CSV."""
    by_group = {row.group: row for row in reach.shares.shares.rows}
    rows = []
    for level, count in zip(reach.shares.levels, reach.shares.counts, strict=True):
        row = by_group.get(level.code or "")
        share, population = (row.share, row.population_share) if row else (None, None)
        rows.append((level, count, whole(share), whole(population)))
    labels = Labels(desk.texts, reach.wanted.classification)
    return write_shares(rows, labels.level, desk.invented > 0)


def archive(desk: Desk, reach: Reach, table: ProtectedTable, period: Period) -> bytes:
    """All of it in one zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("table.csv", table_csv(desk, reach, table))
        if reach.shares.levels:
            files.writestr("reached.csv", shares_csv(desk, reach))
        files.writestr("README.txt", readme(desk, reach, table, period))
    return made.getvalue()


def readme(desk: Desk, reach: Reach, table: ProtectedTable, period: Period) -> str:
    """What is in the files: wording, base, dates and source, in the language of the page."""
    texts, wanted = desk.texts, reach.wanted
    groups, categories = Labels(texts, wanted.classification), Labels(texts, wanted.question)
    asked = texts.asked(wanted.question)
    lines = [
        desk.title,
        pgettext(
            "readme",
            "%(question)s, by %(classification)s",
            question=categories.title,
            classification=groups.title,
        ),
        "",
    ]
    if desk.invented:
        lines += [_demonstration(), ""]
    lines.append(pgettext("readme", "Question as it was asked: %(wording)s", wording=asked))
    if asked != categories.title:
        lines.append(pgettext("readme", "About: %(row)s", row=categories.title))
    lines += [*notes(table, groups, categories), "", *_dates(desk, period), "", *_source(reach)]
    lines += ["", *_columns()]
    return "\n".join(map(str, lines)) + "\n"


def _demonstration() -> str:
    return str(
        pgettext("readme", "DEMONSTRATION DATA. Nobody gave these answers; they were invented.")
    )


def _dates(desk: Desk, period: Period) -> list[str]:
    first, last = period
    lines = []
    if first and last:
        days = {"first": format_date(first, "long"), "last": format_date(last, "long")}
        lines.append(pgettext("readme", "Answers from %(first)s to %(last)s.", **days))
    today = datetime.datetime.now(datetime.UTC).date()
    lines.append(
        pgettext(
            "readme",
            "All responses to the survey: %(total)s. Version %(version)s of the questionnaire. "
            "Made on %(day)s.",
            total=format_decimal(desk.total),
            version=format_decimal(desk.survey.version),
            day=format_date(today, "long"),
        )
    )
    return lines


def _source(reach: Reach) -> list[str]:
    found = sourcing.about(reach.classification, reach.shares)
    return [*found, sourcing.ATTRIBUTION] if found else []


def _columns() -> list[str]:
    return [
        pgettext(
            "readme",
            "table.csv has a line for each group and answer; percentage is the share of base.",
        ),
        pgettext(
            "readme", "An empty group stands for those who did not say, * for all who answered."
        ),
        pgettext("readme", "Members are the codes that were put together, with ; between them."),
    ]
