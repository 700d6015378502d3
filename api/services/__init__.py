"""Use cases: what the service does, without knowing that it is asked over HTTP."""
