"""Collecting: a resident starts, answers, saves, submits, withdraws."""

from .routes import resident

BLUEPRINTS = (resident,)
