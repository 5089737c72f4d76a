"""Analysing: who was reached, in tables that point at no one."""
