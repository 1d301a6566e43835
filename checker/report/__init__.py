"""Findings and the ledger → text, table, json: pure functions that return text."""
