"""The pseudo-language changes every letter and keeps all else, and what escaped it is seen."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire.frozen import Frozen, Language
from engage.settings import SettingRefused, from_environment
from engage.web import pseudo
from engage.web.languages import BY_TAG, LANGUAGES, PSEUDO
from tests.support.escaping import escaped

PIECES = st.sampled_from(
    [
        "Continue",
        " ",
        "%(num)s",
        "{tell_about}",
        "<strong>",
        "</strong>",
        "&amp;",
        "100%%",
        "é",
        "1",
    ]
)
PAGE = '<html lang="en-x-pseudo"><body>{}</body></html>'


class Spoken(Frozen):
    language: Language


@given(st.lists(PIECES).map("".join))
def test_what_is_filled_in_stays_and_every_letter_changes(source: str) -> None:
    made = pseudo.text(source)
    assert pseudo.KEPT.findall(made) == pseudo.KEPT.findall(source)
    assert not [c for c in pseudo.KEPT.sub("", made) if c.isascii() and c.isalpha()]
    assert bool(made.strip()) == bool(source.strip())


def test_each_paragraph_stands_in_brackets() -> None:
    assert pseudo.text("One.\n\nTwo.") == "⟦Öñé.⟧\n\n⟦Ţŵö.⟧"
    assert pseudo.text("") == ""
    assert pseudo.nested({"title": "A", "codes": {"b": "C"}, "n": 3}) == {
        "title": "⟦Å⟧",
        "codes": {"b": "⟦Ç⟧"},
        "n": 3,
    }


def test_its_catalogue_counts_as_english_does() -> None:
    words = pseudo.Catalogue()
    assert words.unpgettext("desk", "%(num)s day", "%(num)s days", 1) == "⟦%(num)s ďåý⟧"
    assert words.ungettext("%(num)s day", "%(num)s days", 2) == "⟦%(num)s ďåýš⟧"
    assert words.upgettext("link", "Back") == words.ugettext("Back") == "⟦Ɓåçķ⟧"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>⟦Ɓåçķ⟧ 30 · 1 May 2026</p>", []),
        ("<p>⟦<b>30%</b> öƒ åļļ⟧</p>", []),
        ('<a lang="ur" title="Urdu">اردو</a>', []),
        ("<p>⟦Ɓåçķ⟧, ⟦Ñöŵ⟧ and ⟦Þåĝé⟧</p>", []),
        ("<p>Back</p>", ["Back"]),
        ('<img alt="Back">', ["Back"]),
        ("<p>⟦Þåŕţ öƒ Smart ⟧</p>", ["Smart"]),
        ("<p>⟦Ɓåçķ⟧ or ⟦Ñöŵ⟧</p>", ["or"]),
        ("<p>⟦Ɓåçķ⟧ Română</p>", ["Rom", "Română"]),
    ],
)
def test_what_escaped_is_seen(markup: str, words: list[str]) -> None:
    assert escaped(PAGE.format(markup)) == words


def test_it_is_never_part_of_a_deployment(tmp_path: Path) -> None:
    environment = {"ENGAGE_INSTANCE": str(tmp_path), "ENGAGE_PSEUDO": "1"}
    assert from_environment(environment).offer_pseudo
    assert not from_environment({"ENGAGE_INSTANCE": str(tmp_path)}).offer_pseudo
    with pytest.raises(SettingRefused, match="ENGAGE_PSEUDO"):
        from_environment({**environment, "ENGAGE_DEPLOYMENT": "1"})


def test_each_language_has_a_tag_that_questionnaires_take() -> None:
    assert PSEUDO not in LANGUAGES
    for tag in BY_TAG:
        assert Spoken(language=tag).language == tag
    for wrong in ("en-", "EN", "en-x", "en-x-", "english"):
        with pytest.raises(ValueError, match="pattern"):
            Spoken(language=wrong)
