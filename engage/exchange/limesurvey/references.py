"""What a name in an expression means here: which variable, and how it can be looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from . import not_asked
from .combining import Condition, Said
from .expressions import CannotSay

Manner = Literal["code", "several", "chosen", "number", "day", "month", "words", "absent"]

OTHER = "-oth-"
"""The answer that LimeSurvey writes for "other" in a list."""

NAOK = ("NAOK", "code", "value", "valueNAOK", "codeNAOK")
"""What may stand behind a name and means the answer."""
SHOWN = (*NAOK, "shown", "shownNAOK")


@dataclass(frozen=True)
class Reference:
    """One thing that was asked on an earlier page.

    `codes`: LimeSurvey's answer to ours, of "code" and "several". `code`: the one that "chosen"
    is about. `when`: the condition under which it is asked, if it is not asked of everyone. An
    "absent" one has been left out; `why` says so.
    """

    variable: str
    manner: Manner
    codes: Mapping[str, str] = field(default_factory=dict)
    code: str = ""
    when: Condition | None = None
    why: str = ""


@dataclass
class References:
    """Everything asked so far by the names that LimeSurvey has for it."""

    titled: dict[str, Reference] = field(default_factory=dict)
    numbered: dict[str, Reference] = field(default_factory=dict)
    """By names made of identifiers (123X4X567SQ001, Q567): a title of the same letters wins."""
    when: dict[str, Condition | None] = field(default_factory=dict)
    """Of each variable that some are not asked: when it is, or None if that is too long to say."""
    waiting: list[tuple[dict[str, Reference], str, Reference]] = field(default_factory=list)

    def add(self, reference: Reference, titles: Iterable[str], numbers: Iterable[str]) -> None:
        """Keep a reference until its page is written: nothing looks at its own page."""
        self.waiting += [(self.titled, name, reference) for name in titles]
        self.waiting += [(self.numbered, name, reference) for name in numbers]

    def settle(self) -> None:
        """Make known what has waited; the first of several of one name stays."""
        for known, name, reference in self.waiting:
            known.setdefault(name, reference)
            if reference.when is not None and reference.variable not in self.when:
                self.when[reference.variable] = self._written_out(reference.when)
        self.waiting.clear()

    def _written_out(self, when: Condition) -> Condition | None:
        unknown = not_asked.variables(when) & self.when.keys()
        known = {name: asked for name, asked in self.when.items() if asked is not None}
        whole = not_asked.written_out(when, unknown, known, everywhere=True)
        short = not_asked.leaves(whole) <= not_asked.MOST_LEAVES
        return whole if isinstance(whole, dict) and short and unknown <= known.keys() else None

    def judged(self, said: Said) -> Said | None:
        """What LimeSurvey means, for which what was not asked is empty; None if too long to say."""
        unknown = not_asked.denied(said) & self.when.keys()
        if not unknown:
            return said
        known = {name: asked for name in unknown if (asked := self.when[name]) is not None}
        whole = not_asked.written_out(said, unknown, known, everywhere=False)
        short = not_asked.leaves(whole) <= not_asked.MOST_LEAVES
        return whole if short and unknown <= known.keys() else None

    def find(self, name: str, suffixes: Iterable[str] = NAOK) -> Reference:
        """What a name stands for; raises CannotSay if it is not known or has been left out."""
        bare, _, suffix = name.removeprefix("INSERTANS:").partition(".")
        if suffix and suffix not in suffixes:
            raise CannotSay(f"{name}, of which only the answer can be looked at")
        found = self.titled.get(bare) or self.numbered.get(bare)
        if found is None:
            raise CannotSay(f"{name}, which is not asked on an earlier page")
        if found.manner == "absent":
            raise CannotSay(f"{name}, {found.why}")
        return found
