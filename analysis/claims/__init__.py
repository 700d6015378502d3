"""What is said in several articles, and what in one alone: statements recognised across articles and languages."""

from analysis.claims.claims import Compared, find_claims

__all__ = ["Compared", "find_claims"]
