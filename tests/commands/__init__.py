"""The command `engage`, run as a person would."""
