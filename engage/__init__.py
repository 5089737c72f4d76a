"""Engage: surveys that ask everyone, and tell the public what came of it."""

__version__ = "0.1.0"
