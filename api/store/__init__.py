"""SQLAlchemy tables and repositories; hands out analysis types and its own records, never rows."""
