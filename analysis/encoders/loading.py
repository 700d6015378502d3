"""Loads an encoder once a process: the embedded one, a local directory, or a model of a hub."""

from __future__ import annotations

import re
import threading
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from analysis.encoders.bag import Bag
from analysis.encoders.calibration import Calibration, read_calibration
from analysis.errors import EncoderUnavailableError
from analysis.resources import add_file
from analysis.types import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

EMBEDDED = Path(__file__).parent.parent / "data" / "models" / "encoder"
EMBEDDED_NAME = "parallax-static"
CALIBRATION_FILE = "calibration.json"
MAX_CHARACTERS = 20_000
"""A text is cut here before it is read: no sentence is longer, and a mean of so many words says nothing more."""
MAX_TOKENS = 512
"""Longest input of a transformer; what goes beyond is cut, as its authors do."""
STATIC_BATCH, TRANSFORMER_BATCH = 4096, 32
HUB_TIMEOUT = 5.0
"""Seconds a hub may take to answer at all; a machine without network must not hang."""
PROMPTS = ((re.compile(r"(^|[/_-])e5-(small|base|large)", re.I), "query: "),)
"""What a family of models wants before each text (its model card) where its own files do not say so."""

_LOCK = threading.Lock()
_LOADED: dict[str | None, LoadedEncoder] = {}


class LoadedEncoder:
    """Sentences to unit vectors. ``identity`` is ``name@revision``; ``calibration`` says what its cosines mean."""

    def __init__(self, model: SentenceTransformer | Bag, name: str, revision: str, calibration: Calibration) -> None:
        self._model = model if isinstance(model, Bag) else _Transformer(model, name)
        self._empty = _direction(self._model.width)
        self.identity = f"{name}@{revision}"
        self.dimension = len(self._empty)
        self.calibration = calibration

    def encode(self, sentences: list[str]) -> Vectors:
        """float32 of shape (n, dimension), rows of unit length.

        A text without anything the model knows (empty, only marks, a foreign script) gets one fixed direction that
        is close to no text. Rows do not depend on what else is in the list.
        """
        if not sentences:
            return np.empty((0, self.dimension), dtype=np.float32)
        wide = self._model.rows([_readable(text) for text in sentences])
        wide[~np.isfinite(wide).all(axis=1)] = 0.0
        lengths = np.sqrt((wide * wide).sum(axis=1, keepdims=True))
        return np.where(lengths > 1e-9, wide / np.maximum(lengths, 1e-9), self._empty).astype(np.float32)


class _Transformer:
    """A model of sentence-transformers: texts to rows of any length."""

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        static = not hasattr(model[0], "auto_model")
        self._prompt = "" if static else _prompt(model, name)
        self._batch = STATIC_BATCH if static else TRANSFORMER_BATCH
        self.width = int(model.get_embedding_dimension() or 0)

    def rows(self, texts: list[str]) -> npt.NDArray[np.float64]:
        """float64 of shape (n, width)."""
        asked = [self._prompt + text for text in texts]
        raw = self._model.encode(
            asked, batch_size=self._batch, show_progress_bar=False, convert_to_numpy=True, prompt=""
        )
        return np.asarray(raw, dtype=np.float64)


def load_encoder(name: str | None = None) -> LoadedEncoder:
    """The encoder of this name, loaded once a process; ``None`` is the embedded one.

    ``name`` is a local directory or a hub name such as ``intfloat/multilingual-e5-small``. Raises
    EncoderUnavailableError, with what to do about it, when there is neither.
    """
    found = _LOADED.get(name)
    if found is not None:
        return found
    with _LOCK:
        if name not in _LOADED:
            _LOADED[name] = _load(name)
        return _LOADED[name]


def _load(name: str | None) -> LoadedEncoder:
    path = EMBEDDED if name is None else Path(name)
    if name is None:
        return LoadedEncoder(_embedded(), EMBEDDED_NAME, fingerprint(path), read_calibration(path / CALIBRATION_FILE))
    if name != "" and path.is_dir():
        model = _open(str(path), offline=True)
        return LoadedEncoder(model, path.resolve().name, fingerprint(path), read_calibration(path / CALIBRATION_FILE))
    model = _from_hub(name)
    return LoadedEncoder(model, name, _commit(model), read_calibration(path / CALIBRATION_FILE))


def _embedded() -> Bag:
    try:
        return Bag(EMBEDDED)
    except Exception as error:  # whatever the tokenizer raises, which has no error of its own
        raise EncoderUnavailableError(
            f"the embedded encoder is missing from this installation or damaged ({error}); install it again"
        ) from error


def _from_hub(name: str) -> SentenceTransformer:
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", name):
        raise EncoderUnavailableError(
            f"the encoder {name!r} is neither a directory on this machine nor a hub name of the form owner/model"
        )
    try:
        return _open(name, offline=True)
    except Exception as cached:  # whatever a library raises for a model that is not in its cache
        if not _hub_answers():
            raise EncoderUnavailableError(
                f"the encoder {name!r} is not in the local cache and no model hub can be reached; download it on a "
                "machine with network and give the directory as the encoder's name, or leave the name out to use the "
                "embedded encoder"
            ) from cached
    try:
        return _open(name, offline=False)
    except Exception as error:  # likewise: unknown name, no permission, broken download
        raise EncoderUnavailableError(
            f"the encoder {name!r} could not be had from the model hub ({type(error).__name__}); check its name and "
            "that it is a public sentence-transformers model, or leave the name out to use the embedded encoder"
        ) from error


def _open(name: str, *, offline: bool) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(name, device="cpu", local_files_only=offline)
    longest = model.get_max_seq_length()
    if hasattr(model[0], "auto_model") and (longest is None or longest > MAX_TOKENS):
        model.max_seq_length = MAX_TOKENS
    return model


def _hub_answers() -> bool:
    from huggingface_hub import constants, get_session

    if constants.HF_HUB_OFFLINE:
        return False
    try:
        get_session().head(constants.ENDPOINT, timeout=HUB_TIMEOUT)
    except Exception:  # name resolution, refusal, proxy, time-out: none of them is an answer
        return False
    return True


def _prompt(model: SentenceTransformer, name: str) -> str:
    chosen = model.prompts.get(model.default_prompt_name or "", "")
    return chosen or next((prompt for pattern, prompt in PROMPTS if pattern.search(name)), "")


def _commit(model: SentenceTransformer) -> str:
    inner: Any = getattr(model[0], "auto_model", None)
    return str(getattr(getattr(inner, "config", None), "_commit_hash", None) or "unknown")[:12]


def fingerprint(path: Path) -> str:
    """Hash of the files that decide what the model says, so that another version has another name."""
    digest = sha256()
    for file in sorted(path.rglob("*")):
        if file.suffix in {".safetensors", ".bin", ".json", ".txt", ".model"} and file.name != CALIBRATION_FILE:
            digest.update(file.relative_to(path).as_posix().encode() + b"\0")
            add_file(digest, file)
    return digest.hexdigest()[:12]


def _readable(text: str) -> str:
    """The text without lone surrogates, which no tokenizer reads, cut to the longest length."""
    cut = text[:MAX_CHARACTERS]
    return cut if cut.isascii() else cut.encode("utf-8", "ignore").decode("utf-8")


def _direction(dimension: int) -> Vectors:
    """A fixed unit vector that no text is close to: signs from a hash, all numbers of one size."""
    bits = sha256(b"no information").digest() * (dimension // 256 + 1)
    signs = [1.0 if bits[i // 8] >> (i % 8) & 1 else -1.0 for i in range(dimension)]
    return np.asarray(np.asarray(signs) / np.sqrt(max(dimension, 1)), dtype=np.float32)
