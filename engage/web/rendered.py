"""Pages that come out the same for everybody who stands at the same place: rendered once.

What differs from browser to browser, the form's token, is put in afterwards. Only pages whose
answers are codes come here; nothing that a resident typed is kept in memory.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from flask import current_app, g

from . import csrf

MOST = 2_000  # pages of about 5 kB
STAND_IN = f"token-{secrets.token_hex(16)}"


class Pages:
    """The pages used last, by where they stand."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, render: Callable[[], str]) -> str:
        """The page of that key, rendered if need be."""
        page = self._pages.get(key)
        if page is None:
            page = render()
            with self._lock:
                self._pages[key] = page
                if len(self._pages) > MOST:
                    self._pages.popitem(last=False)
        return page


def once(key: Hashable, render: Callable[[], str]) -> str:
    """The page of `key` with this browser's token in its forms."""
    pages: Pages = current_app.extensions.setdefault("engage-pages", Pages())
    token = csrf.token()
    g.csrf = STAND_IN
    try:
        page = pages.get(key, render)
    finally:
        g.csrf = token
    return page.replace(STAND_IN, token)
