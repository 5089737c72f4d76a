"""Text that a spreadsheet must show and never run."""

from unicodedata import category, normalize

STARTS = "=+-@\t\r\n"
QUOTES = "'\"`´‘’‚‛“”„‟«»‹›"


def harmless(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet might take it for a formula.

    Signs that begin a formula count in every width, and also behind spaces, quotes, control and
    formatting characters, which programs drop when they read a file. `plain` is the inverse.
    """
    return f"'{text}" if _is_risky(text) else text


def plain(cell: str) -> str:
    """The text that `harmless` made the cell of."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell[1:]) else cell


def _is_risky(text: str) -> bool:
    if text[:1] in tuple(STARTS):
        return True
    first = next((letter for letter in text if not _is_dropped(letter)), "")
    return normalize("NFKC", first)[:1] in tuple(STARTS)


def _is_dropped(letter: str) -> bool:
    return letter in QUOTES or category(letter) in ("Zs", "Zl", "Zp", "Cc", "Cf")
