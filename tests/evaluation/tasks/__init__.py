"""One module a stage; each has ``figures(service, own)``, what comes of measuring one annotated set."""

TASKS = {
    "stance": "stance",
    "claims": "claims",
    "target_sentiment": "target_sentiment",
    "entity_sentiment": "entity_sentiment",
    "loaded_language": "loaded_language",
    "subjectivity": "subjectivity",
    "quotes": "quotes",
    "sources": "quotes",
    "ner": "ner",
    "sts": "sts",
    "parallel": "parallel",
    "clusters": "clusters",
    "article_similarity": "article_similarity",
    "frames": "frames",
    "extraction": "extraction",
    "readability": "readability",
    "roles": "roles",
}
"""Each task and the folder of data that it reads."""
