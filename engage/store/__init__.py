"""The database: one noun a file, functions are its queries. Nothing else knows SQLAlchemy."""
