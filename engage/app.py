"""The application, put together: read from top to bottom."""

from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from engage import analyse, collect, fieldwork, publish, settings
from engage.resources import resource
from engage.store.database import Database
from engage.web import entrance, guard, kit

LARGEST_BODY = 256 * 1024  # bytes; the longest questionnaire page needs a tenth


def create_app(given: settings.Settings | None = None) -> Flask:
    """Engage as a WSGI application; raises SettingRefused where it cannot start."""
    chosen = given or settings.from_environment()
    app = Flask(
        "engage",
        template_folder=str(resource("templates")),
        static_folder=str(resource("static")),
    )
    app.config.update(
        SECRET_KEY=chosen.secret_key,
        OFFER_UNREVIEWED=chosen.offer_unreviewed,
        OFFER_PSEUDO=chosen.offer_pseudo,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=2000,
    )
    app.extensions["engage-database"] = Database(chosen.database_url)
    kit.install(app)
    guard.install(app)
    app.after_request(_keep_static_files)
    staff = (entrance.entrance, *fieldwork.BLUEPRINTS, *analyse.BLUEPRINTS)
    for blueprint in (*collect.BLUEPRINTS, *publish.BLUEPRINTS, *staff):
        app.register_blueprint(blueprint)
    if chosen.trusted_proxies:
        hops = chosen.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _keep_static_files(response: Response) -> Response:
    """Their address changes with their content."""
    if request.endpoint == "static" and "v" in request.args:
        kit.allow_caching(response, seconds=365 * 24 * 3600)
    return response
