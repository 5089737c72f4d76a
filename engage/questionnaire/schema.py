"""The JSON Schema of a questionnaire document, and of a source that refers to a bank."""

from typing import Any

from .bank import NAMED_BY, Use
from .definition import Questionnaire


def schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12. A frozen document has no `bank` and no `use` left in it."""
    described = Questionnaire.model_json_schema(by_alias=True)
    parts = described["$defs"]
    parts["Use"] = Use.model_json_schema()
    about = parts["About"]
    parts["AboutOfBank"] = {
        **about,
        "title": "AboutOfBank",
        "description": "The bank's texts, and those of this survey, which win.",
        "properties": {"use": {"type": "string"}, **about["properties"]},
        "required": ["use"],
    }
    fields = described["properties"]
    fields["bank"] = {"type": "string", "description": "The file of the bank, beside this one."}
    fields["about"] = {"anyOf": [fields["about"], {"$ref": "#/$defs/AboutOfBank"}]}
    for name in NAMED_BY:
        fields[name]["items"] = {"anyOf": [fields[name]["items"], {"$ref": "#/$defs/Use"}]}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made from the code by `engage survey schema`; change it there.",
    }
    return head | described
