"""How the roles of actors were learnt: passages of our own with marked actors, and the fit."""
