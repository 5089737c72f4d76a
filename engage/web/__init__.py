"""The Flask kit that the phases share: languages, words, tokens, headers. No business rules."""
