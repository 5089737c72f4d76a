"""The sections: one for taking part, then one for each group with what is asked in it."""

from collections.abc import Iterator

from engage.questionnaire.piping import placeholders

from . import asking
from .manuscript import Manuscript, Plain
from .naming import slugs
from .questions import never, pages_of
from .survey import Group


def sections(manuscript: Manuscript) -> list[Plain]:
    """Every section with its pages."""
    names = slugs()
    found = [_taking_part(manuscript, names.fresh("taking-part", ""))]
    for group in manuscript.survey.groups:
        section = _section(manuscript, group, names.fresh(_named(manuscript, group), "group"))
        if section is not None:
            found.append(section)
    return found


def _named(manuscript: Manuscript, group: Group) -> str:
    theirs = next((k for k, ours in manuscript.tags.items() if ours == manuscript.source), "")
    return group.name.get(theirs) or next(iter(group.name.values()), "")


def _taking_part(manuscript: Manuscript, name: str) -> Plain:
    """LimeSurvey asks for no consent of its own: a first page that does."""
    variable = manuscript.variables.fresh("consent", "consent")
    label = manuscript.plain(
        manuscript.survey.text("surveyls_policy_notice_label"),
        "surveys_languagesettings, column surveyls_policy_notice_label",
        answers=False,
    )
    question = manuscript.ask("consent", variable, manuscript.said("consent"))
    agree = label or manuscript.said("agree")
    question["agree"] = manuscript.say(f"question.{variable}.agree", agree)
    manuscript.report.add(
        "survey", "no question for consent", "one was added, as the first page: read it through"
    )
    title = manuscript.say(f"section.{name}.title", manuscript.said("start"))
    return {"name": name, "title": title, "pages": [manuscript.page("consent", [question])]}


def _section(manuscript: Manuscript, group: Group, name: str) -> Plain | None:
    when = asking.said(manuscript, f"{group.place}, column grelevance", group.relevance)
    if when is False:
        for question in group.questions:
            never(manuscript, question, "its group is never asked")
    title = manuscript.plain(group.name, group.place) or {manuscript.source: name}
    introduction = manuscript.plain(group.description, f"{group.place}, column description")
    pages: list[Plain] = []
    for question in group.questions if when is not False else ():
        pages += pages_of(manuscript, question, title, when if isinstance(when, dict) else None)
    if not pages:
        manuscript.report.add(group.place, "a group with no question that is asked", "left out")
        return None
    section: Plain = {"name": name, "title": manuscript.say(f"section.{name}.title", title)}
    if introduction:
        section["introduction"] = manuscript.say(f"section.{name}.introduction", introduction)
    if isinstance(when, dict):
        section["ask_if"] = when
    _random(manuscript, group, section, pages)
    section["pages"] = pages
    return section


def _random(manuscript: Manuscript, group: Group, section: Plain, pages: list[Plain]) -> None:
    """A random order of a whole group is a section's; any other is noted."""
    if group.random:
        place = f"{group.place}, column randomization_group"
        manuscript.report.add(place, group.random, "groups keep the order of the file")
    marks = [question.attribute("random_group") for question in group.questions]
    if not any(marks):
        return
    free = len(set(marks)) == 1 and len(pages) == len(marks) > 1
    if free and not _leans_within(manuscript, pages):
        wanted = f"{section['name'].replace('-', '_')[:26]}_order"
        section["order"] = manuscript.variables.fresh(wanted, "order")
        return
    manuscript.report.add(
        f"{group.place}, attribute random_group",
        ", ".join(dict.fromkeys(mark for mark in marks if mark)),
        "questions keep the order of the file: only a whole group of which no question looks at "
        "another is asked in random order",
    )


def _leans_within(manuscript: Manuscript, pages: list[Plain]) -> bool:
    """Whether a page looks at an answer to another of them."""
    asked = [question for page in pages for question in page["questions"]]
    own = {part["name"] for question in asked for part in (question, *question.get("rows", ()))}
    lists = [manuscript.code_lists.get(question.get("code_list", "")) for question in asked]
    return not own.isdisjoint(_named_in([pages, lists]))


def _named_in(part: object) -> Iterator[str]:
    """The variables that conditions look at and texts quote, however deep within."""
    if isinstance(part, str):
        yield from placeholders(part)
    elif isinstance(part, list):
        for each in part:
            yield from _named_in(each)
    elif isinstance(part, dict):
        for key, each in part.items():
            if key in ("variable", "other"):
                yield each
            elif key == "variables":
                yield from each
            else:
                yield from _named_in(each)
