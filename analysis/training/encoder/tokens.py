"""The tokenizer: whole words of every language, and pieces for the words it does not have."""

from __future__ import annotations

from collections import Counter

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from analysis.training.encoder.expand import words_of
from analysis.training.encoder.sources import Row

UNKNOWN, EMPTY = "[UNK]", "[PAD]"
QUOTAS = {
    "sv": 19_000,
    "nb": 17_000,
    "nn": 12_000,
    "da": 17_500,
    "ro": 24_000,
    "en": 20_000,
    "de": 20_000,
    "fr": 17_000,
    "es": 5_000,
    "fi": 6_000,
}
"""Whole words by language, the most frequent first; languages share many."""
PIECES = 26_000
MIN_EVIDENCE = 2
"""Texts a word must occur in to get a row of its own."""
PIECE_EVIDENCE = 4
"""Texts a word must occur in for pieces to be learned from it."""
LIST_SHARE = 0.5
"""Weight of general frequency lists beside the frequency in the texts."""


def word_counts(rows: list[Row]) -> dict[str, Counter[str]]:
    """How many texts of each language contain a word."""
    counts: dict[str, Counter[str]] = {code: Counter() for code in QUOTAS}
    add_counts(counts, rows)
    return counts


def listed_frequencies(code: str) -> dict[str, float]:
    """Frequencies of words in general text (wordfreq); empty for a language it does not list."""
    from wordfreq import available_languages, get_frequency_dict

    return dict(get_frequency_dict(code, wordlist="best")) if code in available_languages("best") else {}


def choose_words(counts: dict[str, Counter[str]]) -> list[str]:
    """Each language's most frequent words among those the rows give evidence for, within its quota."""
    chosen: dict[str, None] = {}
    for code, quota in QUOTAS.items():
        frequency = listed_frequencies(code)
        total = sum(counts[code].values()) or 1
        weight = LIST_SHARE if frequency else 0.0
        scores = {
            word: weight * frequency.get(word, 0.0) + (1.0 - weight) * count / total
            for word, count in counts[code].items()
            if count >= MIN_EVIDENCE or frequency.get(word, 0.0) > 0.0
        }
        for word in sorted(scores, key=lambda word: (-scores[word], word))[:quota]:
            chosen[word] = None
    return list(chosen)


def build_tokenizer(counts: dict[str, Counter[str]], pieces: int = PIECES) -> Tokenizer:
    """A WordPiece tokenizer over the chosen words and over pieces learned from all words."""
    whole = choose_words(counts)
    trained = Tokenizer(models.WordPiece(unk_token=UNKNOWN))
    trained.pre_tokenizer = pre_tokenizers.Whitespace()
    trainer = trainers.WordPieceTrainer(
        vocab_size=pieces, show_progress=False, limit_alphabet=400, special_tokens=[EMPTY, UNKNOWN]
    )
    frequent = [
        word
        for code in QUOTAS
        for word, count in sorted(counts[code].items())
        if count >= PIECE_EVIDENCE
        for _ in range(min(count, PIECE_EVIDENCE + 2))
    ]
    trained.train_from_iterator(frequent, trainer)
    numbers = trained.get_vocab()
    learned = sorted(numbers, key=lambda piece: numbers[piece])
    vocabulary = {token: i for i, token in enumerate(dict.fromkeys([EMPTY, UNKNOWN, *learned, *whole]))}
    return assemble(vocabulary)


def assemble(vocabulary: dict[str, int]) -> Tokenizer:
    """The tokenizer over a vocabulary: lower case, accents kept, cedillas as commas below, punctuation dropped."""
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=UNKNOWN, max_input_chars_per_word=64))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFC(),
            normalizers.Lowercase(),
            normalizers.Replace("ş", "ș"),
            normalizers.Replace("ţ", "ț"),
            normalizers.Replace(Regex("n['’]t\\b"), " not"),
            normalizers.Replace(Regex(r"[^\p{L}\p{M}\p{N}]+"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def add_counts(counts: dict[str, Counter[str]], rows: list[Row]) -> None:
    """Adds the words of further rows to the counts."""
    for row in rows:
        for code, text in row.texts.items():
            counts[code].update(set(words_of(text)))
