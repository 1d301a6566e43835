"""Facts as tables: each says its source and how it was made."""
