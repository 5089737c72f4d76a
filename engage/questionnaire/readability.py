"""How old a reader has to be: the Flesch-Kincaid grade of an English text, as an age.

Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new readability formulas for Navy
enlisted personnel": grade = 0.39 words/sentences + 11.8 syllables/words - 15.59. A pupil of grade
g is about g + 5 years old.
"""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_END = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
_PLACEHOLDER = re.compile(r"\{[a-z0-9_]+\}")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:[bdfkmnpqrtvw]es|[aeiouy]les|[^aeiouytdl]ed|[aeiouyl]led|[^aeiouyl]e|[aeiouy]le)$"
)
_INSIDE = re.compile(
    r"(?:some|house|home|safe|care|hope|use|life|time|pave)(?=[bcfghjklmnpqrtvwxz])"
)
_SPLIT = re.compile(
    r"i[ao](?!us)|rea(?!l?i?[dctsmy])|idea|ier$|bbea|[aeiouy]ing|eo|(?<![gq])ua|(?<![gqeo])ue[ln]|creat|ism$|eum|sci[ae]|quie|[dl]ie[nt]|oe[mt]"
)
_JOINED = re.compile(r"[cgstx]i[ao]|(?:n|ll)ion|[qg]ue$|eou|peo")


def reading_age(text: str) -> float:
    """The age in years of a reader of English who follows the text; 5 for an empty one."""
    plain = _PLACEHOLDER.sub("word", text)
    words = _WORD.findall(plain)
    if not words:
        return 5.0
    sentences = sum(1 for part in _END.split(plain) if part and _WORD.search(part))
    heard = sum(map(syllables, words))
    grade = 0.39 * len(words) / max(1, sentences) + 11.8 * heard / len(words) - 15.59
    return max(5.0, grade + 5.0)


def syllables(word: str) -> int:
    """How many syllables an English word has, by its spelling: right for nine words of ten."""
    return sum(map(_part, re.split(r"['\u2019-]", word.lower())))


def _part(part: str) -> int:
    if not part or part in ("s", "t", "d", "m", "ll", "re", "ve"):
        return 0
    if not _VOWELS.search(part):
        return 1
    groups = len(_VOWELS.findall(part))
    if _SILENT.search(part) and groups > 1:
        groups -= 1
    groups += len(_SPLIT.findall(part)) - len(_JOINED.findall(part)) - len(_INSIDE.findall(part))
    return max(1, groups)
