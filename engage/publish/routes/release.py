"""The pages of a release: the whole, and one question of it."""

from typing import TypeVar

from flask import Response, abort, make_response, render_template, request

from engage.store import releases
from engage.web import kit
from engage.web.languages import BY_TAG
from engage.web.storage import database

from ..charting import reach_chart
from ..facts import facts
from ..hearing import is_compared, overheard, unheard
from ..listing import told
from ..reading import Published, read
from ..showing import answers_of, commonest, shown
from ..speaking import spoken
from ..words import reason
from . import public

LASTING = 24 * 3600  # seconds; what is frozen is fetched again only when it may look better

AnyResponse = TypeVar("AnyResponse", bound=Response)


@public.get("/results/<slug:survey>/")
@public.get("/<lang:lang>/results/<slug:survey>/")
def newest(survey: str, lang: str = "en") -> Response:
    with database().reading() as connection:
        found = releases.find(connection, survey)
        going_on = told(connection, survey, lang)
    if found is not None:
        return fresh(_page(read(found), lang))
    if going_on is None:
        abort(404)
    page = render_template(
        "publish/going_on.html", survey=going_on, demonstration=going_on.demonstration
    )
    return fresh(make_response(page))


@public.get("/results/<slug:survey>/<int:number>/")
@public.get("/<lang:lang>/results/<slug:survey>/<int:number>/")
def numbered(survey: str, number: int, lang: str = "en") -> Response:
    return lasting(_page(frozen(survey, number), lang))


@public.get("/results/<slug:survey>/<int:number>/<name>/")
@public.get("/<lang:lang>/results/<slug:survey>/<int:number>/<name>/")
def question(survey: str, number: int, name: str, lang: str = "en") -> Response:
    published = frozen(survey, number)
    if name not in published.questions:
        abort(404)
    if BY_TAG[lang] not in spoken(published):
        return lasting(_not_spoken(published))
    labels, answers = published.labels(lang), answers_of(published, name)
    asked_for = request.args.get("answer")
    wanted = asked_for if asked_for in {answer.code for answer in answers} else None
    others = published.questions
    place = others.index(name)
    page = render_template(
        "publish/question.html",
        **_frame(published, lang),
        question=name,
        answers=answers,
        wanted=wanted,
        tables=shown(published, name, labels, wanted),
        not_shown=[each for each in published.document["not_shown"] if each["question"] == name],
        before=others[place - 1] if place else None,
        after=others[place + 1] if place + 1 < len(others) else None,
    )
    return lasting(make_response(page))


def frozen(survey: str, number: int) -> Published:
    """The release of that number, or 404; raises DamagedRelease."""
    with database().reading() as connection:
        # A number that no column can hold would be an error of the database.
        found = releases.find(connection, survey, number) if number < 2**31 else None
    if found is None:
        abort(404)
    return read(found)


def fresh(response: AnyResponse) -> AnyResponse:
    """To be asked for again each time, and sent only if it has changed."""
    response.headers["Cache-Control"] = "public, no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


def lasting(response: AnyResponse) -> AnyResponse:
    """Of a numbered release: the same for ever, but for the looks of the page."""
    kit.allow_caching(response, LASTING)
    if not response.get_etag()[0]:
        response.add_etag()
    response.make_conditional(request)
    return response


def _page(published: Published, lang: str) -> Response:
    if BY_TAG[lang] not in spoken(published):
        return _not_spoken(published)
    labels = published.labels(lang)
    page = render_template(
        "publish/release.html",
        **_frame(published, lang),
        unheard=unheard(published.reach),
        compared=is_compared(published.reach),
        overheard=overheard(published.reach),
        facts=facts(published),
        charts={each.classification: reach_chart(each, labels) for each in published.reach},
        lead={name: _lead(published, name) for name in published.questions},
        not_shown=published.document["not_shown"],
    )
    return make_response(page)


def _frame(published: Published, lang: str) -> dict[str, object]:
    """What every page of a release shows."""
    return {
        "published": published,
        "release": published.release,
        "labels": published.labels(lang),
        "tongues": spoken(published),
        "reviewed": lang in published.document["reviewed"],
        "demonstration": published.document["demonstration"],
        "reason": reason,
        "root": f"/{lang}/results/{published.release.survey}/{published.release.number}",
    }


def _lead(published: Published, name: str) -> tuple[object, int | None]:
    """The commonest answer to a question, and its share of all who answered."""
    table = published.tables_of(name)[0]
    place = commonest(table)
    return table.categories[place], table.total_percentages[place]


def _not_spoken(published: Published) -> Response:
    survey = published.release.survey
    return make_response(
        render_template(
            "publish/not_spoken.html",
            tongues=spoken(published),
            address=f"results/{survey}/{published.release.number}/",
            demonstration=published.document["demonstration"],
        )
    )
