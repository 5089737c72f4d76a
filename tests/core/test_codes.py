"""Codes that people write down: easy to type, hard to guess."""

from hypothesis import given
from hypothesis import strategies as st

from engage.collect import codes

secrets = st.text(min_size=1, max_size=40)
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "০১২৩৪৫৬৭৮৯")
SPACING = st.sampled_from(["", " ", "  ", "-", "–", "\u00a0", "\t", ".", "\u200f", " / ", "\u2066"])


@given(secrets, st.data())
def test_a_code_typed_in_any_manner_is_the_same_code(secret: str, data: st.DataObject) -> None:
    code = codes.derived(secret, "test")
    digits = data.draw(st.sampled_from(DIGITS))
    looks = {"0": "0oO" + digits[0], "1": "1iIlL" + digits[1]}
    typed = ""
    for letter in codes.grouped(code):
        ways = looks.get(letter) or (
            digits[int(letter)] if letter.isdecimal() else letter + letter.lower()
        )
        typed += data.draw(SPACING) if letter == " " else data.draw(st.sampled_from(ways))
        typed += data.draw(SPACING)
    assert codes.typed(typed) == code


@given(secrets, secrets)
def test_a_code_follows_from_its_secret_and_purpose(secret: str, other: str) -> None:
    code = codes.derived(secret, "withdrawal")
    assert codes.derived(secret, "withdrawal") == code
    assert codes.derived(secret, "resume") != code
    assert (codes.derived(other, "withdrawal") == code) == (other == secret)
    assert codes.hashed(code) != code
    assert code not in codes.hashed(code)


def test_a_code_has_four_groups_and_enough_chance() -> None:
    shown = codes.grouped(codes.derived("secret", "test"))
    assert [len(group) for group in shown.split(" ")] == [4, 4, 4, 4]
    assert len(set(codes.ALPHABET)) ** codes.LENGTH >= 2**60
    assert not set("ILOU") & set(codes.ALPHABET)
    # Every place of a code can be every letter.
    made = [codes.derived(str(n), "test") for n in range(2000)]
    assert len(set(made)) == 2000
    assert all({code[place] for code in made} == set(codes.ALPHABET) for place in range(16))


@given(st.text(max_size=60))
def test_what_is_typed_is_a_code_or_none(text: str) -> None:
    found = codes.typed(text)
    assert found is None or (len(found) == codes.LENGTH and set(found) <= set(codes.ALPHABET))


def test_what_is_no_code() -> None:
    code = codes.derived("secret", "test")
    for wrong in (
        "",
        " ",
        code[:-1],
        code + "0",
        code[:-1] + "U",
        "x" * 100_000,
        "\0" * 16,
        "½" * 16,
    ):
        assert codes.typed(wrong) is None
