"""`PEER_DATABASE=FILE python -m peer.seed`: makes the database out of the platform's own data files."""

import json
import os
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peer.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from peer.models import Activity, Choice, Derived, Figure, Group, Intention, Question, Row  # noqa: E402
from peer.words import WORDS  # noqa: E402

DATA = Path(__file__).parents[3] / "modules/selftest/data"

INTENTIONS = {
    "want_test": "/test",
    "want_counts": "/test/tal",
    "want_method": "/test/metode",
    "want_search": "/soeg",
}

ACTIVITIES = {
    "evaluation": "/evaluering",
    "units": "/enheder",
    "internships": "/praktik",
    "selftest": "/test",
    "networks": "/netvaerk",
    "politicians": "/politikere",
    "spread": "/spredning",
    "labs": "/laboratorier",
    "archetypes": "/arketyper",
    "praise": "/ros",
}


def data(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def front():
    for key, href in INTENTIONS.items():
        Intention.objects.create(text=WORDS[key], href=href)
    for key, href in ACTIVITIES.items():
        Activity.objects.create(title=WORDS[key], text=WORDS[f"{key}_text"], now=WORDS.get(f"{key}_now"), href=href)


def groups():
    for group in data("groups.json"):
        Group.objects.create(key=group["key"], name=group["text"]["da"], parent=group["parent"], level=group["level"])


def instrument():
    file = data("instrument-1.json")
    for part in file["parts"]:
        for question in part["questions"]:
            add_question(question)
    for derived in file["derived"]:
        question = Question.objects.get(key=derived["any_of"][0][0].split(".")[0])
        text = derived["text"]["da"]
        Derived.objects.create(question=question, measure=derived["measure"], any_of=derived["any_of"], text=text)


def add_question(question):
    added = Question.objects.create(key=question["key"], kind=question["kind"], heading=question["text"]["da"])
    for row in question.get("rows", []):
        Row.objects.create(question=added, key=row["key"], text=row["text"]["da"])
    for choice in question.get("choices") or question.get("scale"):
        Choice.objects.create(
            question=added,
            key=choice["key"],
            text=choice["text"]["da"],
            text_for={level: text["da"] for level, text in choice.get("text_for", {}).items()},
            only_for=choice.get("only_for"),
            role=choice.get("role", "answer"),
        )


def figures():
    for figure in data("barometer.json")["figures"]:
        in_words = figure["in_words"]["da"] if figure["approx"] else None
        names = ["measure", "population", "edition", "order", "percent", "base", "source"]
        Figure.objects.create(in_words=in_words, **{name: figure[name] for name in names})


call_command("migrate", run_syncdb=True, verbosity=0)
with transaction.atomic():
    front()
    groups()
    instrument()
    figures()
