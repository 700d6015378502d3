"""Which figures are published in ``analysis/data/quality.json``, under which names, and how they are written there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.resources import DATA
from tests.evaluation.sets import AnnotatedSet, Figure, digest
from tests.evaluation.weights import WEIGHTS, weights_digest

QUALITY = DATA / "quality.json"
DIGITS = 3
TITLES = {
    "article_similarity/semeval22_dev": "SemEval-2022 task 8",
    "claims/claims": "Own claims",
    "claims/own_dev": "Own claims, held out",
    "clusters/ecb_dev": "ECB+",
    "clusters/news_events_dev": "Giveme5W1H events",
    "entity_sentiment/persent_dev": "PerSenT",
    "extraction/pages_dev": "Article extraction benchmark",
    "loaded_language/babe_dev": "BABE",
    "ner/norne_nb_dev": "NorNE",
    "ner/norne_nn_dev": "NorNE",
    "ner/ronec_dev": "RONEC",
    "ner/webbnyheter_dev": "Webbnyheter",
    "quotes/polnear_dev": "PolNeAR",
    "quotes/wikinews_de_dev": "Wikinews quotations",
    "readability/onestop_dev": "OneStopEnglish",
    "sources/polnear_dev": "PolNeAR",
    "roles/roles": "Own roles",
    "stance/own_dev": "Own statements, held out",
    "stance/stance": "Own statements",
    "sts/stsb_dev": "STS benchmark",
    "subjectivity/checkthat_de_dev": "CheckThat! 2025",
    "subjectivity/checkthat_en_dev": "CheckThat! 2025",
    "target_sentiment/madtsc_dev": "MAD-TSC",
    "target_sentiment/newsmtsc_dev": "NewsMTSC",
    **{f"parallel/tatoeba_{code}": "Tatoeba" for code in ("da", "de", "nb", "nn", "ro", "sv")},
}
"""Names of the sets by task and file. A set that is not here is printed and not published: frames are fitted to the
one set there is, so that their figures come from cross-validation in ``analysis.training.framing``."""
MEASURES = {
    "article_similarity": ("overlap.similarity", ("pearson", "auc_same_story")),
    "claims": (
        "claims.confidence",
        ("pairs_precision", "pairs_recall", "pairs_f1", "figures_precision", "figures_recall", "denials"),
    ),
    "clusters": ("stories", ("b3_f1", "ari", "false_merges_same_kind")),
    "entity_sentiment": ("actors.sentiment.outlet_voice", ("macro_f1", "spearman")),
    "extraction": ("cleaning", ("body_f1",)),
    "loaded_language": ("framing.loaded_rate", ("word_f1", "sentence_macro_f1")),
    "ner": ("actors", ("person_f1", "micro_f1")),
    "parallel": ("encoder", ("p@1",)),
    "quotes": ("quotes", ("direct_f1@0.8", "all_f1@0.8", "speaker_accuracy_direct", "speaker_accuracy_pronoun")),
    "readability": ("readability", ("order_accuracy",)),
    "roles": (
        "actors.role.outlet_voice",
        ("macro_f1", "told_precision", "label_agreement", "expected_calibration_error"),
    ),
    "sources": ("sources", ("sources_f1",)),
    "stance": ("quotes.stance", ("macro_f1", "label_agreement")),
    "sts": ("encoder", ("spearman", "spearman_pooled")),
    "subjectivity": ("framing.loaded_rate", ("auc_loaded_share",)),
    "target_sentiment": ("targets.sentiment", ("macro_f1", "label_agreement", "expected_calibration_error")),
}
"""The stage of each task, and which of its measures are published."""
OVER_PAIRS = {"label_agreement": "all pairs"}
"""Measures of which only the figure over all pairs of languages is published."""
ELSEWHERE = {
    "framing.frames": "python -m analysis.training.framing",
    "DDT test": "python -m analysis.training.names",
    "EWT test": "python -m analysis.training.names",
    "GermEval dev": "python -m analysis.training.names",
    "WiNER test": "python -m analysis.training.names",
}
"""Stages and sets whose figures this package does not measure, and the command that reports them."""


@dataclass(frozen=True, slots=True)
class Published:
    """A figure as it is published: stage, and its entry of the table."""

    stage: str
    entry: Mapping[str, Any]


def published(task: str, own: AnnotatedSet, figures: Iterable[Figure]) -> list[Published]:
    """The figures of a set that are published, with the digests of its files and of the weights in use."""
    title = TITLES.get(f"{task}/{own.name}")
    if title is None or task not in MEASURES:
        return []
    stage, measures = MEASURES[task]
    set_digest = digest(own.files())
    out = []
    for figure in figures:
        measure, _, part = figure.measure.partition(":")
        over_pairs = OVER_PAIRS.get(measure, figure.language) == figure.language
        name = f"{stage}.{part}" if part else stage
        if measure in measures and over_pairs and name in WEIGHTS and figure.value is not None and figure.n:
            entry = {"set": title, "language": figure.language, "measure": measure}
            entry |= {"value": round(figure.value, DIGITS), "n": figure.n}
            out.append(Published(name, entry | {"set_digest": set_digest, "weights_digest": weights_digest(name)}))
    return out


def write(found: Iterable[Published], path: Path = QUALITY) -> None:
    """Puts each figure in the place of the one of its set, language and measure; a new one goes behind its stage's."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    for one in found:
        entries = stored["figures"].setdefault(one.stage, [])
        place = next((i for i, entry in enumerate(entries) if key(entry) == key(one.entry)), len(entries))
        entries[place : place + 1] = [dict(one.entry)]
    path.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def key(entry: Mapping[str, Any]) -> tuple[str, str, str]:
    """What tells a figure of a stage from the others."""
    return entry["set"], entry["language"], entry["measure"]


def command(stage: str, title: str) -> str:
    """The command that measures the figures of a stage on a set anew."""
    if stage in ELSEWHERE or title in ELSEWHERE:
        return ELSEWHERE.get(stage) or ELSEWHERE[title]
    names = {task for task, (head, _) in MEASURES.items() if head in (stage, stage.partition(".")[0])}
    tasks = " ".join(sorted({name.partition("/")[0] for name in TITLES if TITLES[name] == title} & names))
    return f"python -m tests.evaluation {tasks} PATH --write"
