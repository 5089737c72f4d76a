"""The files of a release. Their tags are strong: what they name never changes."""

from flask import Response, abort, render_template

from engage.web.languages import BY_TAG

from ..files import reach_csv, tables_csv
from ..reading import Published
from ..speaking import spoken
from . import public
from .release import frozen, lasting

WRITTEN = 1  # the way files are written; another number when the same release gives other bytes


@public.get("/results/<slug:survey>/<int:number>/tables.csv")
@public.get("/<lang:lang>/results/<slug:survey>/<int:number>/tables.csv")
def tables(survey: str, number: int, lang: str = "en") -> Response:
    published = _spoken(survey, number, lang)
    body = tables_csv(published, published.labels(lang))
    return _file(published, lang, "tables.csv", "text/csv", body)


@public.get("/results/<slug:survey>/<int:number>/reach.csv")
@public.get("/<lang:lang>/results/<slug:survey>/<int:number>/reach.csv")
def reach(survey: str, number: int, lang: str = "en") -> Response:
    published = _spoken(survey, number, lang)
    body = reach_csv(published, published.labels(lang))
    return _file(published, lang, "reach.csv", "text/csv", body)


@public.get("/results/<slug:survey>/<int:number>/release.json")
@public.get("/<lang:lang>/results/<slug:survey>/<int:number>/release.json")
def document(survey: str, number: int, lang: str = "en") -> Response:
    published = frozen(survey, number)
    body = published.release.document
    return _file(published, "all", "release.json", "application/json", body)


@public.get("/results/<slug:survey>/<int:number>/README.txt")
@public.get("/<lang:lang>/results/<slug:survey>/<int:number>/README.txt")
def readme(survey: str, number: int, lang: str = "en") -> Response:
    published = _spoken(survey, number, lang)
    labels = published.labels(lang)
    body = render_template("publish/readme.txt", published=published, labels=labels) + "\n"
    return _file(published, lang, "README.txt", "text/plain", body)


def _spoken(survey: str, number: int, lang: str) -> Published:
    published = frozen(survey, number)
    if BY_TAG[lang] not in spoken(published):
        abort(404)
    return published


def _file(published: Published, language: str, name: str, kind: str, body: str) -> Response:
    release = published.release
    response = Response(body.encode(), content_type=f"{kind}; charset=utf-8")
    if kind == "application/json":
        response.content_type = kind
    whole = f"{release.survey}-{release.number}-{name}"
    response.headers["Content-Disposition"] = f'attachment; filename="{whole}"'
    response.set_etag(f"{release.digest}-{release.number}-{language}-{name}-{WRITTEN}")
    return lasting(response)
