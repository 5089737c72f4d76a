"""Names that documents may have, from names that other programs let through."""

import re
import unicodedata

VARIABLE = 32
SLUG = 40
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,31}")


class Names:
    """Gives each name once: of variables and lists (joined by `_`) or of pages (by `-`)."""

    def __init__(self, join: str = "_", longest: int = VARIABLE, stem: str = "v") -> None:
        self.given: set[str] = set()
        self.join, self.longest, self.stem = join, longest, stem

    def take(self, wished: str, room: int = 0) -> str:
        """The name that is nearest to `wished`, is legal, and was not given before.

        `room`: so many characters that are to be added to it still fit.
        """
        longest = self.longest - room
        legal = legal_name(wished, self.join, longest, self.stem)
        found, count = legal, 1
        while found in self.given:
            count += 1
            end = f"{self.join}{count}"
            found = legal[: longest - len(end)].rstrip(self.join) + end
        self.given.add(found)
        return found


def legal_name(wished: str, join: str = "_", longest: int = VARIABLE, stem: str = "v") -> str:
    """Small letters, digits and `join`, a letter first."""
    plain = _plain(wished).lower()
    found = re.sub(rf"[^a-z0-9{join}]+", join, plain).strip(join)
    if not found or not found[0].isalpha():
        found = f"{stem}{join}{found}".strip(join)
    return found[:longest].rstrip(join)


def legal_code(wished: str) -> str:
    """Letters, digits and `_ . + -`, a letter or digit first; what is legal stays as it is."""
    if _CODE.fullmatch(wished):
        return wished
    found = re.sub(r"[^A-Za-z0-9_.+-]+", "_", _plain(wished)).lstrip("_.+-")[:32]
    return found or "code"


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
