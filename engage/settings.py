"""Settings: read once from the environment, each with a default that works on one machine."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

KEY_FILE = "secret.key"


class SettingRefused(Exception):
    """A setting that Engage cannot start with; the message says which and what to do."""


@dataclass(frozen=True)
class Settings:
    """Where things are and how careful to be."""

    instance: Path
    database_url: str
    deployment: bool
    offer_unreviewed: bool
    trusted_proxies: int
    secret_key: str
    offer_pseudo: bool = False


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from `ENGAGE_...` variables; raises SettingRefused."""
    instance = Path(environment.get("ENGAGE_INSTANCE") or "instance").resolve()
    deployment = _switch(environment, "ENGAGE_DEPLOYMENT")
    pseudo = _switch(environment, "ENGAGE_PSEUDO")
    if pseudo and deployment:
        raise SettingRefused("ENGAGE_PSEUDO is for development; a deployment starts without it.")
    _make_folder(instance)
    return Settings(
        instance=instance,
        database_url=environment.get("ENGAGE_DATABASE_URL")
        or f"sqlite:///{instance / 'engage.sqlite'}",
        deployment=deployment,
        offer_unreviewed=_switch(environment, "ENGAGE_OFFER_UNREVIEWED"),
        trusted_proxies=_count(environment, "ENGAGE_TRUSTED_PROXIES"),
        secret_key=_secret_key(instance / KEY_FILE, make=not deployment),
        offer_pseudo=pseudo,
    )


def _switch(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "").strip().lower()
    if value not in ("", "0", "1", "no", "yes", "false", "true"):
        raise SettingRefused(f"{name} is {value!r}; it takes 1 or 0.")
    return value in ("1", "yes", "true")


def _count(environment: Mapping[str, str], name: str) -> int:
    value = environment.get(name) or "0"
    if not value.isdecimal() or int(value) > 9:
        raise SettingRefused(f"{name} is {value!r}; it takes a whole number from 0 to 9.")
    return int(value)


def _make_folder(instance: Path) -> None:
    try:
        instance.mkdir(parents=True, exist_ok=True)
        probe = instance / f".writable-{os.getpid()}-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise SettingRefused(
            f"The folder {instance} cannot be written ({error.strerror}); "
            "give one that can be as ENGAGE_INSTANCE."
        ) from None


def _secret_key(file: Path, make: bool) -> str:
    if not file.exists():
        if not make:
            raise SettingRefused(
                f"There is no secret key in {file}; a deployment needs one. "
                "Make it once with `engage key make`."
            )
        make_secret_key(file)
    key = file.read_text(encoding="ascii").strip()
    if len(key) < 32:
        raise SettingRefused(f"The secret key in {file} is too short; remove it and make another.")
    if file.stat().st_mode & 0o077:
        raise SettingRefused(
            f"The secret key in {file} can be read by others; set its mode to 600."
        )
    return key


def make_secret_key(file: Path) -> None:
    """Write a new key that only its owner may read; of two processes at once, one key wins."""
    whole = file.with_name(f".{KEY_FILE}-{os.getpid()}-{secrets.token_hex(4)}")
    descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secrets.token_urlsafe(48) + "\n")
    try:
        os.link(whole, file)
    except FileExistsError:
        pass
    finally:
        whole.unlink()
