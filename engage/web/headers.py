"""Headers that every answer carries: nothing from elsewhere, nothing kept, nothing told."""

from flask import Response, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}
_EVERY = tuple(HEADERS.items())
TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}


def add(response: Response) -> Response:
    """Add what is missing; a page is not stored by anyone unless it says that it may be."""
    own = response.headers.get("Content-Security-Policy")
    response.headers.extend(_EVERY)
    if own is not None:
        response.headers["Content-Security-Policy"] = own  # two of them would both be in force
    if "Cache-Control" not in response.headers:
        response.headers.add("Cache-Control", "no-store")
    if request.is_secure:
        response.headers.update(TLS_ONLY)
    return response
