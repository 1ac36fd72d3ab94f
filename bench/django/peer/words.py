"""The Danish words of the platform, read once when a worker starts, as gettext would."""

import re
from pathlib import Path

MODULES = Path(__file__).parents[3]
FILES = [
    "platform/ui/locales/da/ui.ftl",
    "modules/plan/locales/da/plan.ftl",
    "modules/selftest/locales/da/selftest.ftl",
]


def read(file):
    """`key = text`, or a key whose forms `[one]` and `*[other]` stand on lines of their own."""
    words, key = {}, None
    for line in (MODULES / file).read_text(encoding="utf-8").splitlines():
        if plain := re.match(r"([a-z0-9-]+) = (.*)", line):
            key, text = plain.groups()
            words[key] = text
        elif form := re.match(r"\s+\*?\[(\w+)\] (.*)", line):
            words[f"{key}-{form[1]}"] = form[2]
    return {key.replace("-", "_"): re.sub(r"{ \$(\w+) }", r"{\1}", text) for key, text in words.items()}


WORDS = {key: text for file in FILES for key, text in read(file).items()}


def say(key, **values):
    return WORDS[key].format(**values)


def percent(number):
    return f"{number:.0f}\u00a0%"


def count(number):
    return f"{number:,}".replace(",", ".")
