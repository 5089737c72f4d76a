"""The manner of every part of a document: immutable, strict, nothing unknown let through."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


class Frozen(BaseModel):
    """A part of the document that never changes after it is read."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=True, ser_json_inf_nan="null"
    )


def _day_of_the_calendar(day: str) -> str:
    return date.fromisoformat(day).isoformat()


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
"""A variable's name: fits SPSS (64) and Stata (32) as it is."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
"""The name of a survey, section or page, as it stands in an address."""

CodeName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.+-]{0,31}$")]

Language = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*(-x(-[a-z0-9]{1,8})+)?$")
]
"""A language's tag (BCP 47); what follows `-x-` is our own, as in `en-x-easyread`."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=r"\S")]

Day = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day_of_the_calendar)
]
"""A day, as ISO 8601 writes it."""

MonthOfYear = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
"""A month of a year, as ISO 8601 writes it."""
