"""Schemas that several rooms share."""
