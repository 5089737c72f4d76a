"""Which languages a release is shown in."""

from flask import current_app

from engage.web.languages import InterfaceLanguage, among

from .reading import Published


def spoken(published: Published) -> tuple[InterfaceLanguage, ...]:
    """The languages whose words were frozen with it, those not reviewed only where allowed."""
    return among(published.languages(unreviewed=current_app.config["OFFER_UNREVIEWED"]))
