"""Passwords: kept as argon2id hashes, compared in the same time with or without an account."""

import secrets
from unicodedata import normalize

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

# The parameters that OWASP's Password Storage Cheat Sheet names for argon2id: 19 MiB for each
# verification, so that many attempts at once do not fill a small machine's memory.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)
_NOBODY = _hasher.hash(secrets.token_urlsafe(32))


def hashed(password: str) -> str:
    """What is kept of a password, normalised so that each keyboard gives the same."""
    return _hasher.hash(normalize("NFKC", password))


def verify(password_hash: str | None, password: str) -> bool:
    """Whether the password is the one; without a hash, the same work is done for nothing."""
    try:
        matches = _hasher.verify(password_hash or _NOBODY, normalize("NFKC", password))
    except (VerificationError, InvalidHashError):
        return False
    return matches and password_hash is not None


def needs_rehash(password_hash: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)
