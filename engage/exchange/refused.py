"""A file that cannot be taken."""


class FileRefused(Exception):
    """The file cannot be taken; each mistake says where it is, and what was expected."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__(mistakes[0])
        self.mistakes = mistakes
