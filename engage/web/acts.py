"""The acts of the audit log, in words."""

from flask_babel import pgettext

TABLE_EXPORTED = "table exported"
RESPONSES_EXPORTED = "responses exported"
RELEASE_BUILT = "release built"


def actor(who: str) -> str:
    """Who did it: an email address, or in words where it was nobody at a browser."""
    known = {
        "command line": pgettext("act", "Command line"),
        "demonstration": pgettext("act", "Demonstration"),
    }
    return str(known.get(who, who))


def in_words(act: str) -> str:
    """What was done; an act that has no words here stands as it was written."""
    known = {
        TABLE_EXPORTED: pgettext("act", "Downloaded a table"),
        RESPONSES_EXPORTED: pgettext("act", "Downloaded single responses"),
        RELEASE_BUILT: pgettext("act", "Froze a release"),
        "responses imported": pgettext("act", "Took responses in from a file"),
        "version published": pgettext("act", "Published a version of the questionnaire"),
        "survey open": pgettext("act", "Opened the survey"),
        "survey closed": pgettext("act", "Closed the survey"),
    }
    return str(known.get(act, act))
