"""How it was learnt what words are no judgement: passages of our own, and the fit."""
