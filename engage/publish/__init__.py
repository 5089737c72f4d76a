"""Publishing: what the public sees, read from frozen releases and from nothing else."""

from .routes import public

BLUEPRINTS = (public,)
