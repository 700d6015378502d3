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
from analysis.framing.subjectivity import MODEL, SubjectivityModel, ranked, word_features
from analysis.training.loaded import annotated, sentences, words
from analysis.training.loaded.pool import Sample, parallel, read, stacked
from analysis.types import Encoder, Vectors

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
    more, annotation = _annotated(weights, samples, vectors, encoder)
    weights |= more
    card: dict[str, Any] = {
        "name": "parallax-loaded",
        "encoder": encoder.identity,
        "data": DATA,
        "sentences": len(samples),
        "words": len(found),
        "cross_validated_auc": report,
        "annotated": annotation,
        "words_of_a_language_left_out": words.check(found, embedded),
        "levels": levels(weights, list(parallel(Path(pairs))), encoder),
        "limits": "Taught by lists, by what stands around and by one annotator of English news; irony and plain words "
        "used bitterly are not seen.",
    }
    MODEL.mkdir(parents=True, exist_ok=True)
    rounded = {name: np.asarray(array, dtype=np.float16) for name, array in weights.items()}
    np.savez_compressed(MODEL / "loaded.npz", **rounded)  # type: ignore[arg-type]
    (MODEL / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2, ensure_ascii=False))


def _annotated(
    weights: dict[str, Any], samples: Sequence[Sample], vectors: Vectors, encoder: Encoder
) -> tuple[dict[str, Any], dict[str, float]]:
    """What annotation makes of the weights, and cross-validated figures."""
    read = _reader(weights, encoder)
    found = annotated.examples(samples, read)
    news = [place for place, sample in enumerate(samples) if sample.article >= 0 and sample.own]
    shown, counts = [each.level for each in found], np.stack([each.counts for each in found])
    around, best = stacked(samples[place] for place in news), _best([samples[place] for place in news], read)
    signs = np.concatenate([counts, np.stack([each.best for each in found])], axis=1), _vectors(found, encoder)
    weak = np.concatenate([weights["counts"], np.zeros(best.shape[1]), weights["vector"], [weights["bias"]]])
    both, levels_, auc = annotated.fit_sentences(
        signs, shown, weak, (np.concatenate([around, best], axis=1), vectors[news])
    )
    weak_alone = np.append(weights["alone"], weights["alone_bias"])
    none = np.zeros((len(found), 0), np.float32), np.zeros((len(news), 0), np.float32)
    alone, levels_alone, auc_alone = annotated.fit_sentences((counts, none[0]), shown, weak_alone, (around, none[1]))
    size, width = counts.shape[1], signs[0].shape[1]
    choice, precision = annotated.fit_expressions(found, levels_, _word_vectors(found, encoder))
    listed, precision_alone = annotated.fit_listed(found, levels_alone)
    return {
        "counts": both[:size],
        "best": both[size:width],
        "vector": both[width:-1],
        "bias": both[-1],
        "alone": alone[:-1],
        "alone_bias": alone[-1],
        **choice,
        **listed,
    }, {
        "sentences": len(found),
        "marked_words": sum(len(each.marked) for each in found),
        "auc_of_sentences": auc,
        "auc_of_sentences_counts_alone": auc_alone,
        "average_precision_of_expressions": precision,
        "average_precision_of_listed_counts_alone": precision_alone,
    }


def _reader(weights: dict[str, Any], encoder: Encoder) -> annotated.Read:
    arrays = {"telling": np.zeros(len(weights["hidden"])), **weights}
    model = SubjectivityModel(arrays, encoder.identity, {})
    return lambda code, forms: model.words(code, forms, encoder)


def _best(samples: Sequence[Sample], read: annotated.Read) -> Vectors:
    """The best readings of samples, a row each."""
    forms: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        forms[sample.language].update(sample.content)
    readings = {code: read(code, sorted(known)) for code, known in forms.items()}
    return ranked([[readings[sample.language][form].logit for form in sample.content] for sample in samples])


def _vectors(found: Sequence[annotated.Example], encoder: Encoder) -> Vectors:
    return encoder.encode([each.document.text for each in found])


def _word_vectors(found: Sequence[annotated.Example], encoder: Encoder) -> dict[str, Vectors]:
    """What the networks read of each word of the annotated sentences, which are English."""
    forms = sorted({form for example in found for each in example.found for form in each.words})
    return dict(zip(forms, word_features("en", forms, encoder.encode(forms)), strict=True))


def levels(
    weights: dict[str, Any], pairs: Sequence[tuple[str, Sample, Sample]], encoder: Encoder
) -> dict[str, dict[str, float]]:
    """What is added to a sentence's value in each language, with vectors and by counts alone."""
    sums: dict[str, list[Any]] = defaultdict(list)
    read = _reader(weights, encoder)
    english, other = [pair[1] for pair in pairs], [pair[2] for pair in pairs]
    counts = stacked(english) - stacked(other)
    best = _best(english, read) - _best(other, read)
    vectors = encoder.encode([each.text for each in english]) - encoder.encode([each.text for each in other])
    alone = counts @ weights["alone"]
    both = counts @ weights["counts"] + best @ weights["best"] + vectors @ weights["vector"]
    for (code, _, _), *more in zip(pairs, both, alone, strict=True):
        sums[code].append(more)
    out: dict[str, dict[str, float]] = {"both": {}, "alone": {}}
    for code, rows in sorted(sums.items()):
        for place, name in enumerate(out):
            out[name][code] = round(float(np.sum(rows, axis=0)[place] / (len(rows) + FAR)), 4)
    return out


if __name__ == "__main__":
    main(*sys.argv[1:])
