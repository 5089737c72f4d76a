"""Problems in words, in the language of the page: each names the cure."""

from collections.abc import Callable, Mapping

from flask_babel import format_decimal, npgettext, pgettext

from engage.questionnaire.problem import Parameter, Problem

from . import date_messages

Labels = Callable[[str], str]
"""From a code of the question to its label in the page's language."""

Numbers = Mapping[str, Parameter]


def words(problem: Problem, label: Labels = str) -> str:
    """A sentence that says what to do."""
    return str(_SENTENCES[problem.code](problem.parameters, label))


def _number(parameters: Numbers, _: Labels) -> object:
    least, most = (format_decimal(parameters[end]) for end in ("least", "most"))
    if parameters["decimals"]:
        return pgettext(
            "error", "Enter a number from %(least)s to %(most)s", least=least, most=most
        )
    return pgettext(
        "error", "Enter a whole number from %(least)s to %(most)s", least=least, most=most
    )


def _decimals(parameters: Numbers, _: Labels) -> object:
    return npgettext(
        "error",
        "Enter a number with at most %(num)s digit after the point",
        "Enter a number with at most %(num)s digits after the point",
        int(str(parameters["decimals"])),
    )


def _too_long(parameters: Numbers, _: Labels) -> object:
    return npgettext(
        "error",
        "Your answer is %(num)s character too long. Shorten it to %(limit)s characters.",
        "Your answer is %(num)s characters too long. Shorten it to %(limit)s characters.",
        int(str(parameters["over"])),
        limit=format_decimal(parameters["limit"]),
    )


def _too_many(parameters: Numbers, _: Labels) -> object:
    return npgettext(
        "error",
        "Choose no more than %(num)s option",
        "Choose no more than %(num)s options",
        int(str(parameters["most"])),
    )


def _exclusive(parameters: Numbers, label: Labels) -> object:
    return pgettext(
        "error",
        "Choose “%(option)s” alone, or take it away and keep the others",
        option=label(str(parameters["code"])),
    )


def _answer_and_missing(parameters: Numbers, label: Labels) -> object:
    return pgettext(
        "error",
        "Choose “%(option)s” or give an answer, not both",
        option=label(str(parameters["code"])),
    )


def _not_a_place(parameters: Numbers, _: Labels) -> object:
    return pgettext("error", "Choose a place from 1 to %(most)s", most=parameters["most"])


def _place_twice(parameters: Numbers, label: Labels) -> object:
    return pgettext(
        "error",
        "Choose another place for “%(one)s” or “%(other)s”. Both have place %(place)s.",
        one=label(str(parameters["other"])),
        other=label(str(parameters["code"])),
        place=parameters["place"],
    )


_SENTENCES: dict[str, Callable[[Numbers, Labels], object]] = {
    "consent_needed": lambda _, __: pgettext(
        "error", "Tick the box if you agree to take part. Without it we cannot go on."
    ),
    "not_an_option": lambda _, __: pgettext("error", "Choose one of the options on this page"),
    "not_a_number": _number,
    "out_of_range": _number,
    "too_many_decimals": _decimals,
    "too_long": _too_long,
    "too_many": _too_many,
    "exclusive_with_others": _exclusive,
    "answer_and_missing": _answer_and_missing,
    "date_incomplete": date_messages.incomplete,
    "not_a_date": date_messages.not_a_date,
    "date_out_of_range": date_messages.out_of_range,
    "not_a_place": _not_a_place,
    "place_twice": _place_twice,
    "not_a_postcode": lambda _, __: pgettext(
        "error", "Enter a whole postcode, such as MK9 3EJ, or choose from the list"
    ),
    "postcode_unknown": lambda _, __: pgettext(
        "error",
        "Check the postcode. If it is right, take it away and choose from the list: "
        "we do not know its area.",
    ),
    "code_needed": lambda _, __: pgettext("error", "Enter your code"),
    "code_incomplete": lambda _, __: pgettext(
        "error", "Enter all four groups of your code: 16 letters and digits"
    ),
    "code_unknown": lambda _, __: pgettext(
        "error", "Check your code. We have no answers with the code that you entered."
    ),
    "sign_in_refused": lambda _, __: pgettext(
        "error", "Check your email address and password. They do not match an account."
    ),
    "sign_in_paused": lambda _, __: pgettext(
        "error", "Wait 15 minutes, then try again. There were too many failed attempts."
    ),
    "email_needed": lambda _, __: pgettext("error", "Enter your email address"),
    "password_needed": lambda _, __: pgettext("error", "Enter your password"),
    "nothing_chosen": lambda _, __: pgettext("error", "Choose at least one table"),
    "expired": lambda _, __: pgettext(
        "error", "This page was open for a long time. Check what is here and send it again."
    ),
    "changed_elsewhere": lambda _, __: pgettext(
        "error",
        "This question was answered in another window in the meantime. "
        "Check what is here: continue to keep it.",
    ),
}
