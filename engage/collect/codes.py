"""Codes that a resident reads out or writes down: four groups of four, 80 random bits.

The letters I, L, O and U are left out (Crockford's base 32), so that nothing is misread; what is
typed may have any case, spacing and digits, and 0 and 1 may be typed as the letters they look like.
"""

import hmac
import unicodedata
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_LOOK_ALIKE = str.maketrans("OIL", "011")


def derived(secret: str, purpose: str) -> str:
    """The code that follows from a secret: the same one each time it is asked for."""
    digest = hmac.digest(secret.encode(), purpose.encode(), "sha256")
    number = int.from_bytes(digest[:10])
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def grouped(code: str) -> str:
    """The code as it is shown."""
    return " ".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def typed(text: str) -> str | None:
    """The code that somebody typed; None if it cannot be one."""
    plain = unicodedata.normalize("NFKC", text[:200]).upper()
    letters = (_western(c) for c in plain if c.isalnum())
    code = "".join(letters).translate(_LOOK_ALIKE)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


def _western(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def hashed(code: str) -> str:
    """What is stored of a code. 80 random bits need no salt and no slow hash."""
    return sha256(code.encode()).hexdigest()
