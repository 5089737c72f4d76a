"""Which languages a release is shown in."""

from flask import current_app

from engage.web.languages import PSEUDO, InterfaceLanguage, among

from .reading import Published


def spoken(published: Published) -> tuple[InterfaceLanguage, ...]:
    """The languages whose words were frozen with it, those not reviewed only where allowed."""
    frozen = published.languages(unreviewed=current_app.config["OFFER_UNREVIEWED"])
    return among((*frozen, PSEUDO.tag))
