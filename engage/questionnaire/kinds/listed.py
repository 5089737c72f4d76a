"""Questions whose answers are codes of a list."""

from ..codes import CodeList
from ..frozen import Name
from .question import CodeLists, Question


class Listed(Question):
    """A question with a code list."""

    code_list: Name

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        return lists[self.code_list]
