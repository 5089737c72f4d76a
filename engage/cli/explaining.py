"""Problems of a questionnaire document in words, for whoever wrote it."""

from engage.questionnaire.problem import Problem

SENTENCES = {
    "not_utf8": "expected UTF-8, but byte {byte} is not",
    "not_json": "line {line}, column {column}: expected JSON: {expected}",
    "not_a_document": "{expected}",
    "variable_twice": "expected a name of its own; another question or variable has it too",
    "page_twice": "expected a name of its own; another page has it too",
    "section_twice": "expected a name of its own; another section has it too",
    "reserved_name": 'expected a name that no page of the site has, found "{name}"',
    "equality_not_last": "expected the equality section to come last",
    "code_twice": 'expected each code once, found "{code}" twice',
    "no_valid_code": "expected at least one code that is not missing",
    "grouping_not_whole": "expected every code that is not missing in exactly one group",
    "grouping_not_nested": "expected each group to join whole groups of the grouping before",
    "unknown_code_list": 'expected a list in code_lists, found "{name}"',
    "consent_not_first": "expected the first page to hold the one consent question and no other",
    "unknown_variable": 'expected the name of a question, found "{name}"',
    "unknown_mode": 'expected codes that are modes, found "{code}"',
    "looks_forward": 'expected a question of an earlier page, found "{name}"',
    "unknown_code": 'expected a code of the list, found "{code}"',
    "not_tabulable": 'expected a variable with codes, found "{name}"',
    "not_a_classification": 'expected a single choice or derived variable, found "{name}"',
    "texts_untranslated": "{count} of {total} texts have no translation, the first is {first}",
    "texts_stale": "{count} translations are older than their source, the first is {first}",
    "texts_unknown": "{count} translations belong to no text, the first is {first}",
    "not_reviewed": "no native speaker has signed this translation",
    "kind_changed": "was {before} and would become {after}: give it a new name",
    "code_removed": 'the code "{code}" would be lost: keep it, or give the question a new name',
}


def sentence(problem: Problem) -> str:
    """The place, and what was expected there."""
    text = SENTENCES[problem.code].format(**problem.parameters)
    advice = " (advice)" if problem.advice else ""
    return f"{problem.place}: {text}{advice}"
