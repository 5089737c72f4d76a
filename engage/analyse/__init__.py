"""Analysing: who was reached, in tables that point at no one."""

from .routes import analyse

BLUEPRINTS = (analyse,)
