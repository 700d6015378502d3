"""Training of the model of loaded language and of subjective sentences."""
