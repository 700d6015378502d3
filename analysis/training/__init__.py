"""How each shipped model was made: one command a model; never imported at run time."""
