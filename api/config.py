"""Every setting, typed, with a sentence each; the only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any

PREFIX = "PARALLAX_"
UNPREFIXED = frozenset({"DATABASE_URL"})
"""Settings whose variable carries no prefix, because hosting platforms set it by that name."""


def _setting(default: object, meaning: str) -> Any:
    """A field with its sentence."""
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can choose. A key of ``create_app(config)`` is the upper-case name of a field."""

    database_url: str = _setting(
        "sqlite:///parallax.db", "SQLAlchemy address of the database; SQLite by default, in the working directory."
    )
    encoder: str = _setting(
        "", "Sentence encoder: empty for the embedded one, or a local directory or hub name for sentence-transformers."
    )
    tone_model: str = _setting(
        "", "Tone model: empty for the shipped one, or a local directory or hub name of a sequence classifier."
    )
    max_text_chars: int = _setting(1_000_000, "Longest text of one article, in characters.")
    max_html_chars: int = _setting(5_000_000, "Longest HTML page of one article, in characters.")
    max_body_bytes: int = _setting(16_777_216, "Largest request body, in bytes; a bulk upload is not bound by it.")
    max_line_bytes: int = _setting(8_388_608, "Longest line of a bulk upload, in bytes.")
    max_compared: int = _setting(50, "Most articles in one comparison; never above 50.")
    bulk_batch: int = _setting(16, "Most articles of a bulk upload that wait to be stored together.")
    busy_timeout_ms: int = _setting(20_000, "How long a request waits for another one that is writing to the database.")
    host: str = _setting("127.0.0.1", "Address that `parallax serve` listens on.")
    port: int = _setting(8000, "Port that `parallax serve` listens on.")
    workers: int = _setting(2, "Processes of `parallax serve`; they share models and word lists.")
    threads: int = _setting(
        4, "Threads of each process of `parallax serve` that answer what only reads, and as many for everything else."
    )
    connections: int = _setting(500, "Most connections of each process of `parallax serve`.")
    connections_per_address: int = _setting(100, "Most connections of one address in each process; see `PROXIES`.")
    proxies: str = _setting(
        "", "Addresses of reverse proxies, with commas between: their connections are not counted by address."
    )
    head_seconds: int = _setting(10, "How long the head of a request may take to come.")
    transfer_seconds: int = _setting(
        20, "How long a client may send or take nothing; after that long it must also keep up 4 kB a second."
    )
    stop_seconds: int = _setting(60, "How long `parallax serve` waits on stopping for what is under way.")
    work_seconds: int = _setting(
        120, "How long a long text, a large comparison or a profile may take in `parallax serve` before it is stopped."
    )
    log_level: str = _setting("INFO", "Least level that is logged: DEBUG, INFO, WARNING or ERROR.")


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A row of the table of settings in docs/api.md."""

    variable: str
    default: str
    meaning: str


def variable_of(name: str) -> str:
    """The environment variable of a setting."""
    return name.upper() if name.upper() in UNPREFIXED else PREFIX + name.upper()


def settings_table() -> tuple[SettingRow, ...]:
    """Every setting with its variable, default and meaning, in the order of the class."""
    return tuple(
        SettingRow(variable_of(item.name), str(item.default), item.metadata["meaning"]) for item in fields(Settings)
    )


def load_settings(config: Mapping[str, object] | None = None) -> Settings:
    """Settings from the environment, overridden by ``config``. Raises ValueError that names what is wrong."""
    chosen: dict[str, Any] = {}
    for item in fields(Settings):
        raw = (config or {}).get(item.name.upper(), os.environ.get(variable_of(item.name), MISSING))
        if raw is not MISSING and raw is not None:
            chosen[item.name] = _read(item.name, raw, type(item.default))
    return Settings(**chosen)


def _read(name: str, raw: object, kind: type) -> object:
    """The value in the setting's type."""
    if kind is not int:
        return str(raw)
    try:
        value = int(str(raw))
    except ValueError as error:
        raise ValueError(f"{variable_of(name)} is a whole number, not {raw!r}") from error
    if value < 1:
        raise ValueError(f"{variable_of(name)} is at least 1, not {value}")
    return value
