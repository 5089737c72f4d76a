"""How the invented residents of the demonstration lean, so that its figures look like figures.

Nothing here was measured: the numbers only make some groups rarer, and some services less known.
"""

from random import Random

from engage.questionnaire.answers import Value

AGES = {
    "16-17": 2.0, "18-24": 6.0, "25-34": 20.0, "35-44": 24.0, "45-54": 20.0,
    "55-64": 15.0, "65-74": 9.5, "75-84": 2.6, "85+": 0.9,
}  # fmt: skip
ETHNIC = {"white": 74.0, "mixed": 4.0, "asian": 12.0, "black": 8.0, "other": 2.0}
BACKGROUND = {
    "ethnic_white": {"white_british": 84.0, "white_irish": 2.0, "white_other": 13.0,
                     "white_roma": 0.6, "white_gypsy_traveller": 0.4},
    "ethnic_mixed": {"mixed_white_black_caribbean": 3.0, "mixed_white_black_african": 2.0,
                     "mixed_white_asian": 3.0, "mixed_other": 3.0},
    "ethnic_asian": {"asian_indian": 43.0, "asian_pakistani": 20.0, "asian_bangladeshi": 9.0,
                     "asian_chinese": 8.0, "asian_other": 20.0},
    "ethnic_black": {"black_african": 77.0, "black_caribbean": 11.0, "black_other": 12.0},
    "ethnic_other": {"other_arab": 24.0, "other_other": 76.0},
}  # fmt: skip
KNOWN = {
    "know_motionmap": 0.35, "know_mk_connect": 0.75, "know_smart_parking": 0.7,
    "know_e_scooters": 0.9, "know_delivery_robots": 0.95, "know_council_account": 0.85,
    "know_library_self_service": 0.8, "know_gp_online": 0.95,
}  # fmt: skip
DIGITAL = ("know_motionmap", "know_smart_parking", "know_e_scooters", "know_gp_online")
LEFT_OUT = {
    "Invented: the app wants a bank card, and I have none.": 1.0,
    "Invented: it was only in English.": 1.0,
    "Invented: my phone is too old for it.": 1.0,
    "Invented: nobody told us that the bus had changed.": 1.0,
}


class Person:
    """One invented resident: who they are is settled before they answer."""

    def __init__(self, random: Random) -> None:
        self.age = _one(random, AGES)
        self.ethnic = _one(random, ETHNIC)
        self.old = self.age in ("65-74", "75-84", "85+")
        self.disabled = random.random() < (0.35 if self.old else 0.13)
        self.english = random.random() < (0.93 if self.ethnic == "white" else 0.7)
        self.shy = random.random() < 0.25

    def leaning(self, variable: str, answers: dict[str, Value]) -> dict[str, float]:
        """The weights of a variable's codes for this resident; empty: all alike."""
        settled = {
            "age_band": self.age,
            "ethnic_broad": self.ethnic,
            "condition": "yes" if self.disabled else "no",
            "main_language": "english" if self.english else "other",
        }
        if variable in settled:
            return {settled[variable]: 1.0}
        if variable in BACKGROUND:
            return BACKGROUND[variable]
        if variable in KNOWN:
            return self._ladder(variable)
        if variable.startswith("difference_"):
            worse = 0.3 if self.disabled else 0.12
            return {"better": 0.5, "no_difference": 0.5 - worse, "worse": worse}
        if variable.startswith("agree_"):
            return self._agree(variable)
        return self._other(variable)

    def _ladder(self, variable: str) -> dict[str, float]:
        known = KNOWN[variable] * (0.7 if self.old or not self.english else 1.0)
        used = 0.3 if self.old and variable in DIGITAL else 0.55
        used *= 0.75 if self.disabled else 1.0
        steps = {"tried_once": 0.25, "sometimes": 0.35, "often": 0.22, "used_to": 0.18}
        ladder = {code: known * used * part for code, part in steps.items()}
        return {"not_heard": 1 - known, "heard": known * (1 - used), **ladder}

    def _agree(self, variable: str) -> dict[str, float]:
        low = (self.old or self.disabled) != (variable == "agree_worse")
        weights = (3.0, 4.0, 3.0, 2.0, 1.0) if low else (1.0, 2.0, 3.0, 4.0, 2.0)
        return dict(zip("12345", weights, strict=True))

    def _other(self, variable: str) -> dict[str, float]:
        far = self.old or self.disabled
        return {
            "over_16": {"yes": 1.0},
            "tie": {"live": 0.85, "work": 0.5, "study": 0.1},
            "answering": {"web": 0.8, "shared_device": 0.08, "assisted": 0.12},
            "barriers": {
                "no_device": 0.1, "internet": 0.08, "know_how": 0.3 if far else 0.1,
                "confidence": 0.3 if far else 0.12, "language": 0.02 if self.english else 0.4,
                "access": 0.35 if self.disabled else 0.02, "needs_id": 0.12, "place_time": 0.2,
                "cost": 0.2, "trust": 0.22, "bad_experience": 0.1,
                "prefer_person": 0.4 if self.old else 0.15, "no_need": 0.15, "other": 0.05,
            },
            "helped": {"family": 0.3, "friend": 0.15, "library": 0.08, "council": 0.04,
                       "volunteer": 0.04, "other": 0.02},
            "internet_use": {"daily": 0.6 if far else 0.9, "weekly": 0.15, "less": 0.08,
                             "not_lately": 0.04, "never": 0.1 if far else 0.01},
            "devices": {"smartphone": 0.85, "tablet": 0.4, "computer": 0.6, "tv_console": 0.3,
                        "public": 0.06, "other": 0.02},
            "left_out": LEFT_OUT if self.shy else {},
            "sex": {"female": 56.0, "male": 44.0},
        }.get(variable, {})  # fmt: skip


def _one(random: Random, weights: dict[str, float]) -> str:
    return random.choices(list(weights), list(weights.values()))[0]
