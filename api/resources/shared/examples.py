"""Values that the examples of several resources share."""

LANGUAGE = "en"
OTHER_LANGUAGE = "sv"
