"""A tiny English transformer, made in the test, of the kind that the tone network begins as."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import BertConfig, BertModel, BertTokenizerFast

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def tiny_base(folder: Path, width: int = 24) -> Path:
    """Write a model of two layers with letters as its word pieces; always the same one."""
    torch.manual_seed(0)
    letters = [chr(code) for code in range(33, 127) if not chr(code).isupper()]
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join([*SPECIAL, *letters, *(f"##{letter}" for letter in letters)]), encoding="utf-8")
    tokenizer = BertTokenizerFast(vocab_file=str(vocabulary), do_lower_case=True)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=width,
        num_hidden_layers=2,
        num_attention_heads=12,
        intermediate_size=2 * width,
        max_position_embeddings=128,
    )
    BertModel(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
