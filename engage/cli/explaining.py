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
    "check_twice": "expected a name of its own; another check has it too",
    "exclusive_alone": 'expected an option beside those that are chosen alone, found only "{code}"',
    "not_a_number": 'expected a question whose answer is a number or a date, found "{name}"',
    "not_repeatable": 'expected an earlier multiple choice to repeat for, found "{name}"',
    "repeated_name": 'expected names that stay short and lower-case once repeated, found "{name}"',
    "name_too_long": 'expected at most {most} characters for an order, found "{name}"',
    "unknown_picture": 'expected the name of a picture of the document, found "{name}"',
    "alt_missing": 'expected a text (alt) that says what the picture "{name}" shows',
    "never_holds": "this condition can never hold: no answers lead to it",
    "always_holds": "this condition always holds where it stands: it can be left out",
    "page_unreachable": "nobody can reach this page",
    "placeholder_dropped": "expected {{{name}}}, as in the source, but it is not there",
    "placeholder_invented": "{{{name}}} is not in the source",
    "label_too_long": "{program} keeps {most} {unit} of this label, it has {size}",
    "hard_to_read": "hard to read: about {age} years of age (Flesch-Kincaid); aim at 9 to 11",
    "not_in_bank": 'expected a part of the bank ({known}), found "{name}"',
    "not_readable": "it can't be opened: {why}",
    "not_a_picture": "expected an SVG, PNG, JPEG or WebP picture",
    "picture_too_large": "expected at most {most} bytes, found {size}",
    "picture_not_plain": 'expected shapes only, nothing loaded or run, found "{found}"',
}

REASONS = {
    "kind_changed": "was {before} and would become {after}: give it a new name",
    "code_removed": 'the code "{code}" would be lost: keep it, or give the question a new name',
    "code_missing_changed": 'the code "{code}" would mean something else: give it a new name',
    "edition_changed": "the areas are of another date: give it a new name",
    "rule_changed": "it would be worked out in another way: give it a new name",
    "unit_changed": "the unit would be another: give it a new name",
    "decimals_fewer": "earlier answers have more decimals: give it a new name",
    "range_narrowed": "earlier answers may lie outside of the range: give it a new name",
    "picture_changed": "the picture would be another: give it a new name",
    "code_added": 'the option "{code}" is new',
    "code_offered_otherwise": 'the option "{code}" is offered in another way',
    "decimals_more": "more decimals are taken",
    "range_widened": "the range is wider",
    "limit_changed": "the limit is another",
    "rule_extended": "more cases are told apart",
    "universe_changed": "it is asked of others",
    "order_of_others": "other things are put in order",
    "text_changed": "the text is another",
    "label_changed": 'the label of "{code}" is another',
    "codes_reordered": "the options are in another order",
}
"""What a version changes in a variable."""


def sentence(problem: Problem) -> str:
    """The place, and what was expected there."""
    text = {**SENTENCES, **REASONS}[problem.code].format(**problem.parameters)
    advice = " (advice)" if problem.advice else ""
    named = problem.place in problem.path  # a path that says the name already
    where = problem.path if named else f"{problem.path} ({problem.place})".strip()
    where = where if problem.path else problem.place
    return f"{where}: {text}{advice}"


def reason(problem: Problem) -> str:
    """What changed, without the place."""
    return REASONS[problem.code].format(**problem.parameters)
