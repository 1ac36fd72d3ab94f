//! Whether a question can ever be asked, tried out over every way of answering what its rule depends on.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::Answers;
use crate::instrument::{Instrument, Item, Question};

/// The most ways of answering that are tried out for one question.
pub(crate) const MOST_WAYS: usize = 1 << 16;

/// Whether a question can be asked.
pub(crate) enum Reach {
    /// Somebody who answers everything can come to it.
    Asked,
    /// Nobody can.
    Never,
    /// There are more than [`MOST_WAYS`] to try.
    TooWide,
}

/// Tries the question in every variant. Everything gets an answer; one to a hidden question counts for nothing, as always.
/// All rules must already be known to look backwards only.
pub(crate) fn reach(instrument: &Instrument, question: &Question) -> Reach {
    let named = depends_on(instrument, question);
    if most_ways(instrument, &named) > MOST_WAYS {
        return Reach::TooWide;
    }
    let variants = instrument.variants();
    let is_asked = if variants.is_empty() {
        is_asked_in(instrument, question, &named)
    } else {
        variants.iter().any(|variant| is_asked_in(&instrument.for_variant(variant), question, &named))
    };
    if is_asked { Reach::Asked } else { Reach::Never }
}

/// Choices by item.
type Named = BTreeMap<String, BTreeSet<String>>;

/// What the question's rule names, and what the rules of those items' questions name in turn.
fn depends_on(instrument: &Instrument, question: &Question) -> Named {
    let mut named = Named::new();
    let mut waiting = vec![question];
    while let Some(question) = waiting.pop() {
        for (item, choice) in question.shown_when.iter().flat_map(|rule| rule.pairs()) {
            if !named.contains_key(item) {
                waiting.extend(instrument.item(item).map(|item| item.question()));
            }
            named.entry(item.to_owned()).or_default().insert(choice.to_owned());
        }
    }
    named
}

fn most_ways(instrument: &Instrument, named: &Named) -> usize {
    let ways = named.iter().map(|(item, choices)| match instrument.item(item).and_then(|item| item.at_most()) {
        Some(1) => choices.len() + 1,
        _ => 2_usize.saturating_pow(u32::try_from(choices.len()).unwrap_or(u32::MAX)),
    });
    ways.fold(1, usize::saturating_mul)
}

fn is_asked_in(instrument: &Instrument, question: &Question, named: &Named) -> bool {
    let items: Vec<(Item<'_>, &BTreeSet<String>)> =
        instrument.items().filter_map(|item| named.get(item.key()).map(|choices| (item, choices))).collect();
    comes_to(instrument, question, &items, &Answers::default())
}

/// Whether some way of answering the remaining items, which come in order, leads to the question.
fn comes_to(
    instrument: &Instrument,
    question: &Question,
    items: &[(Item<'_>, &BTreeSet<String>)],
    so_far: &Answers,
) -> bool {
    let Some(((item, choices), later)) = items.split_first() else {
        return instrument.is_shown(question, so_far);
    };
    ways(item, choices).iter().any(|way| comes_to(instrument, question, later, &answered(so_far, item, way)))
}

/// Every way of answering an item, as far as the named choices are concerned.
fn ways<'a>(item: &Item<'a>, named: &BTreeSet<String>) -> Vec<Vec<&'a str>> {
    let (named, others): (Vec<&str>, Vec<&str>) =
        item.choices().iter().map(|choice| choice.key.as_str()).partition(|choice| named.contains(*choice));
    let mut ways = if item.at_most() == Some(1) { one_or_none(&named) } else { subsets(&named) };
    // Whoever is asked must choose something: none of these is possible only where there are others.
    ways.retain(|way| if way.is_empty() { !others.is_empty() } else { is_allowed(item, way) });
    ways
}

fn one_or_none<'a>(choices: &[&'a str]) -> Vec<Vec<&'a str>> {
    std::iter::once(Vec::new()).chain(choices.iter().map(|choice| vec![*choice])).collect()
}

fn subsets<'a>(choices: &[&'a str]) -> Vec<Vec<&'a str>> {
    choices.iter().fold(vec![Vec::new()], |subsets, choice| {
        subsets.into_iter().flat_map(|subset| [subset.clone(), [subset.as_slice(), &[*choice]].concat()]).collect()
    })
}

fn is_allowed(item: &Item<'_>, way: &[&str]) -> bool {
    answered(&Answers::default(), item, way).problem(item).is_none()
}

fn answered(so_far: &Answers, item: &Item<'_>, way: &[&str]) -> Answers {
    let mut answers = so_far.clone();
    for choice in way {
        answers.set(item.key(), choice);
    }
    answers
}
