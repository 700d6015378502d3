"""How the name tagger in ``analysis/data/models/names`` was made."""
