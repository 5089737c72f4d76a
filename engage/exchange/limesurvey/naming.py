"""Legal names: of variables, pages, sections, code lists and codes."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_NAME, LONGEST_SLUG, LONGEST_CODE = 32, 40, 32

COLUMNS = frozenset({"day", "mode", "channel", "language", "response", "version", "demonstration"})
"""Columns of an export of responses: no variable is called like one of them."""


class Names:
    """Names that are each given once."""

    def __init__(self, longest: int, between: str, taken: Iterable[str] = ()) -> None:
        self.longest = longest
        self.between = between
        self.taken = set(taken)
        self.numbers: dict[str, int] = {}
        """The last figure behind a name, so that a thousandth of the same is found at once."""

    def fresh(self, wanted: str, otherwise: str) -> str:
        """`wanted` in small letters, made legal, and with a figure behind it if it is taken."""
        legal = self._legal(wanted) or self._legal(otherwise) or "x"
        return self.untaken(legal)

    def untaken(self, legal: str) -> str:
        """A legal name, with a figure behind it if it is taken."""
        name, number = legal, self.numbers.get(legal, 1)
        while name in self.taken:
            number += 1
            behind = f"{self.between}{number}"
            name = legal[: self.longest - len(behind)] + behind
        self.numbers[legal] = number
        self.taken.add(name)
        return name

    def _legal(self, wanted: str) -> str:
        folded = _ascii(wanted).lower()
        name = re.sub(r"[^a-z0-9]+", self.between, folded).strip(self.between)
        if name and not name[0].isalpha():
            name = f"q{self.between if self.between == '-' else ''}{name}"
        return name[: self.longest].rstrip(self.between)


def variables() -> Names:
    """Names of variables."""
    return Names(LONGEST_NAME, "_", COLUMNS)


def slugs(taken: Iterable[str] = ()) -> Names:
    """Names of pages or of sections."""
    return Names(LONGEST_SLUG, "-", taken)


def legal_codes(codes: Iterable[str]) -> dict[str, str]:
    """For each code of one list a legal one: the same wherever it can be."""
    found: dict[str, str] = {}
    wanted = list(dict.fromkeys(codes))
    names = Names(LONGEST_CODE, "_", (code for code in wanted if _is_code(code)))
    for code in wanted:
        if _is_code(code):
            found[code] = code
            continue
        legal = re.sub(r"[^A-Za-z0-9_.+-]+", "_", _ascii(code))[:LONGEST_CODE]
        if not legal or not legal[0].isalnum():
            legal = f"c{legal}"[:LONGEST_CODE]
        found[code] = names.untaken(legal)
    return found


def untaken_code(wanted: str, taken: Iterable[str]) -> str:
    """A code that the list does not have yet."""
    return Names(LONGEST_CODE, "_", taken).untaken(wanted)


def _is_code(code: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,31}", code) is not None


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
