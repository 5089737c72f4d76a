"""What a new version would break: stored answers must stay readable under it."""

from .definition import Questionnaire
from .problem import Problem


def breaks(old: Questionnaire, new: Questionnaire) -> list[Problem]:
    """The variables that changed so much that they need a new name."""
    problems: list[Problem] = []
    for variable in old.variables:
        if variable not in new.variables:
            continue  # a removed question keeps its answers and is asked no more
        before, after = old.questions.get(variable), new.questions.get(variable)
        kinds = (before.kind if before else "derived", after.kind if after else "derived")
        if kinds[0] != kinds[1]:
            found = {"name": variable, "before": kinds[0], "after": kinds[1]}
            problems.append(Problem("kind_changed", variable, found))
            continue
        codes, kept = old.code_list_of(variable), new.code_list_of(variable)
        if codes is not None and kept is not None:
            problems += [
                Problem("code_removed", variable, {"name": variable, "code": code})
                for code in codes.names()
                if code not in kept.names()
            ]
    return problems
