"""Expressions of an XLSForm, and the conditions of a document that say the same."""
