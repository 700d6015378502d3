"""What a client may call its request."""

from __future__ import annotations

import re

REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
"""Anything else is replaced, so that a log line cannot be forged."""
