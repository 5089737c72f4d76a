"""Fieldwork: how a survey is getting on while residents answer it."""

from .routes import fieldwork

BLUEPRINTS = (fieldwork,)
