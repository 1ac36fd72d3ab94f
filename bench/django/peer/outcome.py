"""The answers of one test beside the group's figures."""

from collections import defaultdict
from math import sqrt

from peer.models import Figure, Group, Question
from peer.words import count, percent, say

Z95 = 1.959963984540054
MOST_SENTENCES = 3
ADVICE = [
    ("advice_meeting", "advice_meeting_link", "/test/resultat.pdf"),
    ("advice_others", "advice_others_link", "/test/tal"),
    ("advice_method", "advice_method_link", "/test/metode"),
]


class Outcome:
    """The whole result of one test."""

    def __init__(self, draft):
        self.answers = defaultdict(set)
        for name, value in draft:
            self.answers[name].add(value)
        groups = {group.key: group for group in Group.objects.all()}
        self.group = groups[next(iter(self.answers["-group"]))]
        self.names = {key: group.name for key, group in groups.items()}
        self.wider = list(wider(groups, self.group))
        self.figures = self.newest_figures()
        questions = Question.objects.prefetch_related("rows", "choices", "derived").order_by("id")
        self.questions = [QuestionOutcome(self, question) for question in questions if self.is_answered(question)]
        self.widened = any(bar.is_wider for question in self.questions for bar in question.bars)
        self.compared_with = say("compared_with", group=self.group.name)
        self.advice = [(say(text), say(link), href) for text, link, href in ADVICE]

    def newest_figures(self):
        """For each measure the figure of the narrowest group that has one, and of its newest edition."""
        found = {}
        for figure in Figure.objects.filter(population__in=self.wider):
            rank = (-self.wider.index(figure.population), figure.order, figure.in_words is None)
            if figure.measure not in found or found[figure.measure][0] <= rank:
                found[figure.measure] = (rank, figure)
        return {measure: figure for measure, (_, figure) in found.items()}

    def is_answered(self, question):
        return any(item.split(".")[0] == question.key for item in self.answers)


def wider(groups, group):
    while group:
        yield group.key
        group = groups.get(group.parent)


class QuestionOutcome:
    """The result of one question."""

    def __init__(self, outcome, question):
        level = outcome.group.level
        self.key, self.heading, self.kind = question.key, question.heading, question.kind
        choices = [choice for choice in question.choices.all() if not choice.only_for or level in choice.only_for]
        self.choices = choices
        self.texts = {choice.key: choice.text_for.get(level, choice.text) for choice in choices}
        self.roles = {choice.key: choice.role for choice in choices}
        self.rows = {f"{question.key}.{row.key}": row.text for row in question.rows.all()}
        self.derived = {derived.measure: derived for derived in question.derived.all()}
        chosen = outcome.answers.get(question.key, ())
        self.yours = " · ".join(self.texts[choice.key] for choice in choices if choice.key in chosen)
        self.bars = [Bar(outcome, self, measure) for measure in self.measures()]
        self.drawn = [bar for bar in self.bars if bar.figure or (bar.is_own and not bar.own_text)]
        unknown = sum(bar.figure is None for bar in self.bars)
        self.unknown = unknown and say("n_unknown_one" if unknown == 1 else "n_unknown_other", n=unknown)
        self.caption = say("table_caption", question=self.heading)
        self.sentences = self.sentences_about() or [say("no_figure")]

    def measures(self):
        if self.kind != "grid":
            plain = [f"{self.key}={choice.key}" for choice in self.choices if choice.role != "not_relevant"]
            return plain + list(self.derived)
        whole = [measure for measure in self.derived if not measure.startswith(f"{self.key}.")]
        return whole + [measure for row in self.rows for measure in self.of_row(row)]

    def of_row(self, row):
        derived = [measure for measure in self.derived if measure.startswith(f"{row}=")]
        return derived or [f"{row}={self.choices[0].key}"]

    def sentences_about(self):
        if self.kind == "single":
            return self.standing()
        sentences = [bar.agreement() for bar in self.bars if bar.figure]
        return [sentence for sentence in sentences if sentence][:MOST_SENTENCES]

    def standing(self):
        known = [bar for bar in self.bars if bar.figure and not bar.is_derived]
        own = next((bar for bar in known if bar.is_own), None)
        if own is None:
            return []
        top = max(known, key=lambda bar: bar.figure.percent)
        if top is own:
            return [say("most_common", percent=own.written)]
        return [say("less_common", percent=own.written, top=top.label, toppercent=top.written)]


class Bar:
    """One figure beside the taker's own answer."""

    def __init__(self, outcome, question, measure):
        self.item, choice = measure.split("=")
        derived = question.derived.get(measure)
        self.is_derived = derived is not None
        self.label = derived.text if derived else label(question, self.item, choice)
        self.own = own(outcome, question, derived.any_of if derived else [(self.item, choice)])
        self.is_own = self.own == "yes"
        graded = derived and self.item in question.rows
        chosen = outcome.answers.get(self.item, ())
        self.own_text = ", ".join(question.texts[key] for key in sorted(chosen)) if graded else ""
        self.own_in_words = self.own_text or say(f"own_{self.own}")
        self.figure = outcome.figures.get(measure)
        self.is_wider = bool(self.figure) and self.figure.population != outcome.group.key
        self.interval = interval(self.figure)
        self.show(outcome)

    def show(self, outcome):
        unknown = say("not_known")
        if self.figure is None:
            self.written, self.written_interval, self.reach = unknown, unknown, "0.0"
            return
        figure = self.figure
        self.written = figure.in_words or percent(figure.percent)
        self.reach = "0.0" if figure.in_words else f"{figure.percent:.1f}"
        self.population = outcome.names[figure.population]
        self.base = count(figure.base) if figure.base else unknown
        self.written_interval = unknown
        if self.interval:
            self.low, self.high = (f"{end:.1f}" for end in self.interval)
            self.written_interval = f"{self.interval[0]:.0f}–{percent(self.interval[1])}"

    def agreement(self):
        """Where most others say the same, where the taker differs, and where that cannot be told."""
        if not self.interval or self.own not in ("yes", "no"):
            return None
        low, high = self.interval
        values = {"what": self.label, "percent": self.written}
        if low <= 50 <= high:
            return say("about_half", **values)
        if low > 50:
            return say("most_and_you" if self.is_own else "most_not_you", **values)
        return say("few_and_you", **values) if self.is_own else None


def label(question, item, choice):
    text = question.texts.get(choice, choice)
    row = question.rows.get(item)
    if row is None:
        return text
    return row if choice == "yes" else f"{row}: {text}"


def own(outcome, question, pairs):
    """Yes if any of the pairs was chosen; else no if any of their items has an answer; else why there is none."""
    found = "not_asked"
    for item, choice in pairs:
        chosen = outcome.answers.get(item, ())
        if choice in chosen:
            return "yes"
        roles = {question.roles.get(key) for key in chosen}
        if chosen and not roles & {"dont_know", "not_relevant"}:
            found = "no"
        elif chosen and found == "not_asked":
            found = "dont_know" if "dont_know" in roles else "not_relevant"
    return found


def interval(figure):
    """Wilson's interval at 95 %, in per cent."""
    if figure is None or not figure.base or figure.in_words:
        return None
    share, n, z2 = figure.percent / 100, figure.base, Z95 * Z95
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return 100 * max(centre - half, 0), 100 * min(centre + half, 1)
