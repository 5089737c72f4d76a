"""Conditions: a small typed tree that looks back at earlier answers, in three truth values.

Not asked is unknown (None); asked and left blank is a known "no answer" (False).
"""

from .amounts import AtLeast, AtMost, Before, Bound, Pair, Total, TotalAtLeast, TotalAtMost
from .chosen import Answered, AnyOf, Is, OfVariable, OneValue, SomeValues
from .compiling import compiled
from .condition import OPERATORS, All, AtLeastOne, Condition, Leaf, Not, leaves, renamed
from .seen import Seen, Truth

__all__ = [
    "OPERATORS",
    "All",
    "Answered",
    "AnyOf",
    "AtLeast",
    "AtLeastOne",
    "AtMost",
    "Before",
    "Bound",
    "Condition",
    "Is",
    "Leaf",
    "Not",
    "OfVariable",
    "OneValue",
    "Pair",
    "Seen",
    "SomeValues",
    "Total",
    "TotalAtLeast",
    "TotalAtMost",
    "Truth",
    "compiled",
    "leaves",
    "renamed",
]
