"""Fits the model of loaded language: ``python -m analysis.training.loaded GOLD NAMES PARALLEL``.

GOLD holds the articles and NewsMTSC, NAMES the sentences of the name tagger's pack, PARALLEL texts in several
languages. From the last comes what the same text gets in each language, which is then made equal.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.encoders import load_encoder
from analysis.framing.subjectivity import MODEL
from analysis.training.loaded import sentences, words
from analysis.training.loaded.pool import Sample, parallel, read, stacked
from analysis.types import Encoder

FAR = 300.0
"""The level of a language is drawn toward that of English as by so many further pairs that get the same."""
DATA = {
    "ECB+ (Cybulska & Vossen 2014)": "CC BY 3.0",
    "Giveme5W1H news clusters": "Apache-2.0",
    "Narrative Frames Corpus": "MIT",
    "NewsMTSC, training part (Hamborg & Donnay 2021)": "MIT",
    "NorNE; DaN+ tweets; GermEval 2014; DFKI SmartData; WNUT 2017; Broad Twitter Corpus; WiNER; RONEC; Webbnyheter": (
        "CC0, MIT, CC BY 4.0"
    ),
    "Tatoeba; MediaWiki (levels of the languages)": "CC BY 2.0 FR, GPL-2.0",
}


def main(gold: str, names: str, pairs: str) -> None:
    """Fit, print figures, write the model."""
    encoder = load_encoder()
    samples = read(Path(gold), Path(names))
    vectors = encoder.encode([sample.text for sample in samples])
    weights, report = sentences.fit(samples, vectors)
    found = words.forms(samples)
    embedded = words.encoded(found, encoder)
    weights |= words.fit(embedded, np.array([form.label for form in found]))
    card: dict[str, Any] = {
        "name": "parallax-loaded",
        "encoder": encoder.identity,
        "data": DATA,
        "sentences": len(samples),
        "words": len(found),
        "cross_validated_auc": report,
        "words_of_a_language_left_out": words.check(found, embedded),
        "levels": levels(weights, list(parallel(Path(pairs))), encoder),
        "limits": "Taught by lists and by what stands around, not by readers; irony and plain words used bitterly "
        "are not seen.",
    }
    MODEL.mkdir(parents=True, exist_ok=True)
    rounded = {name: np.asarray(array, dtype=np.float16) for name, array in weights.items()}
    np.savez_compressed(MODEL / "loaded.npz", **rounded)  # type: ignore[arg-type]
    (MODEL / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2, ensure_ascii=False))


def levels(
    weights: dict[str, Any], pairs: Sequence[tuple[str, Sample, Sample]], encoder: Encoder
) -> dict[str, dict[str, float]]:
    """What is added to a sentence's value in each language, with vectors and by counts alone."""
    sums: dict[str, list[Any]] = defaultdict(list)
    english = stacked(pair[1] for pair in pairs), encoder.encode([pair[1].text for pair in pairs])
    other = stacked(pair[2] for pair in pairs), encoder.encode([pair[2].text for pair in pairs])
    alone = (english[0] - other[0]) @ weights["alone"]
    both = (english[0] - other[0]) @ weights["counts"] + (english[1] - other[1]) @ weights["vector"]
    for (code, _, _), *more in zip(pairs, both, alone, strict=True):
        sums[code].append(more)
    out: dict[str, dict[str, float]] = {"both": {}, "alone": {}}
    for code, rows in sorted(sums.items()):
        for place, name in enumerate(out):
            out[name][code] = round(float(np.sum(rows, axis=0)[place] / (len(rows) + FAR)), 4)
    return out


if __name__ == "__main__":
    main(*sys.argv[1:])
