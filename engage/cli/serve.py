"""`engage serve`: the site on a production server."""

import socket

import click

from .opening import opened
from .refusal import Refused

WORKERS = 2
THREADS = 4  # a worker waits for the disk now and then; more threads only wait for each other


@click.command(epilog="Example: engage serve --host 127.0.0.1 --port 8000 --workers 2")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=WORKERS, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, workers: int) -> None:
    """Serve the site."""
    require_free(host, port)
    with opened():
        pass
    click.echo(f"Serving on http://{host}:{port}/ (stop with Ctrl+C)")
    run(host, port, workers)


def require_free(host: str, port: int) -> None:
    """Refuse, in one sentence, a port that somebody else has."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refused(
                f"Port {port} of {host} can't be used ({error.strerror}): "
                "end what uses it, or give another with --port."
            ) from None


def run(host: str, port: int, workers: int) -> None:
    """Serve until told to stop. No access log: addresses of residents are nobody's business."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "engage.app:create_app",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        log_access=False,
        workers_kill_timeout=10,  # a worker that is told to end while it starts may not hear it
    ).serve()
