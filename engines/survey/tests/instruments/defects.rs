//! What an instrument is refused for.

use survey::{Condition, Defect, Derived, Instrument, Part, Question};

use crate::sample::{choice_for, choices, chosen, grid, multiple, part, single, when};

fn refusal(parts: Vec<Part>) -> Vec<Defect> {
    Instrument::new("1".into(), parts, vec![]).expect_err("it has a defect")
}

/// What is wrong with these questions in one part.
fn wrong(questions: Vec<Question>) -> Vec<Defect> {
    refusal(vec![part("p", questions)])
}

fn yes_no(key: &str) -> Question {
    single(key, &["yes", "no"])
}

#[test]
fn keys_are_of_lower_case_letters_digits_and_underscores() {
    for bad in ["", "Type", "a.b", "a=b", "a b", "é"] {
        assert_eq!(wrong(vec![yes_no(bad)]), [Defect::BadKey(bad.into())]);
    }
    assert_eq!(wrong(vec![single("q", &["yes", "No"])]), [Defect::BadKey("No".into())]);
    assert_eq!(wrong(vec![grid("q", &["a.b"], &["yes"])]), [Defect::BadKey("a.b".into())]);
    assert_eq!(refusal(vec![part("P", vec![yes_no("q")])]), [Defect::BadKey("P".into())]);
}

#[test]
fn nothing_has_the_key_of_its_neighbour() {
    let twice = |key: &str| [Defect::DuplicateKey(key.into())];
    assert_eq!(wrong(vec![single("q", &["yes", "yes"])]), twice("yes"));
    assert_eq!(wrong(vec![grid("q", &["a", "a"], &["yes"])]), twice("a"));
    assert_eq!(refusal(vec![part("p", vec![yes_no("q")]), part("p", vec![yes_no("r")])]), twice("p"));
    let in_two_parts = refusal(vec![part("one", vec![yes_no("q")]), part("two", vec![yes_no("q")])]);
    assert_eq!(in_two_parts, twice("q"));
}

#[test]
fn a_part_asks_something_and_there_is_a_part() {
    assert_eq!(refusal(vec![part("p", vec![])]), [Defect::EmptyPart("p".into())]);
    assert_eq!(refusal(vec![]), [Defect::EmptyPart(String::new())]);
}

#[test]
fn every_question_can_be_answered() {
    let nothing = [Defect::NothingToChoose { question: "q".into(), variant: None }];
    assert_eq!(wrong(vec![single("q", &[])]), nothing);
    assert_eq!(wrong(vec![multiple("q", &[], None)]), nothing);
    assert_eq!(wrong(vec![grid("q", &[], &["yes"])]), nothing);
    assert_eq!(wrong(vec![grid("q", &["row"], &[])]), nothing);
    assert_eq!(wrong(vec![multiple("q", &["yes"], Some(0))]), [Defect::LimitOfZero("q".into())]);
}

#[test]
fn no_variant_has_a_dead_end() {
    let mut only_town = single("q", &[]);
    only_town.kind = survey::Kind::Single { options: vec![choice_for("town", "yes")] };
    let mut only_farm = single("r", &[]);
    only_farm.kind = survey::Kind::Single { options: [choices(&["yes"]), vec![choice_for("farm", "no")]].concat() };
    let dead_end = Defect::NothingToChoose { question: "q".into(), variant: Some("farm".into()) };
    assert_eq!(wrong(vec![only_town, only_farm]), [dead_end]);
}

#[test]
fn a_rule_names_only_what_is_there() {
    for (item, choice, pair) in [("q", "maybe", "q=maybe"), ("z", "yes", "z=yes"), ("g", "yes", "g=yes")] {
        let defects = wrong(vec![yes_no("q"), grid("g", &["row"], &["yes"]), when(yes_no("r"), chosen(item, choice))]);
        assert_eq!(defects, [Defect::UnknownInRule { question: "r".into(), pair: pair.into() }]);
    }
}

#[test]
fn a_rule_never_looks_at_its_own_question_or_a_later_one() {
    let looks_at = |item: &str| [Defect::Loop { question: "q".into(), item: item.into() }];
    assert_eq!(wrong(vec![when(yes_no("q"), chosen("q", "yes"))]), looks_at("q"));
    assert_eq!(wrong(vec![when(yes_no("q"), chosen("r", "yes")), yes_no("r")]), looks_at("r"));
    let hidden_deep = Condition::Not(Box::new(Condition::All(vec![Condition::Any(vec![chosen("r", "yes")])])));
    assert_eq!(wrong(vec![when(yes_no("q"), hidden_deep), yes_no("r")]), looks_at("r"));
}

#[test]
fn every_question_is_asked_of_somebody() {
    let never = [Defect::NeverShown("r".into())];
    let not = |condition| Condition::Not(Box::new(condition));
    let both = Condition::All(vec![chosen("q", "yes"), chosen("q", "no")]);
    assert_eq!(wrong(vec![yes_no("q"), when(yes_no("r"), both.clone())]), never, "one answer is one choice");
    assert_eq!(wrong(vec![yes_no("q"), when(yes_no("r"), Condition::Any(vec![]))]), never, "any of nothing");
    let neither = Condition::All(vec![not(chosen("q", "yes")), not(chosen("q", "no"))]);
    assert_eq!(wrong(vec![yes_no("q"), when(yes_no("r"), neither)]), never, "whoever is asked answers");
    let ticks = multiple("q", &["yes", "no", "nobody"], Some(2));
    let three = Condition::All(vec![both, chosen("q", "nobody")]);
    assert_eq!(wrong(vec![ticks, when(yes_no("r"), three)]), never, "nobody stands alone");
}

#[test]
fn a_question_behind_a_hidden_one_is_never_asked() {
    let first = yes_no("first");
    let second = when(yes_no("second"), chosen("first", "yes"));
    let third = Condition::All(vec![chosen("first", "no"), chosen("second", "yes")]);
    let defects = wrong(vec![first, second, when(yes_no("third"), third)]);
    assert_eq!(defects, [Defect::NeverShown("third".into())]);
}

#[test]
fn a_question_that_needs_two_variants_at_once_is_never_asked() {
    let mut ticks = multiple("q", &["yes"], None);
    let survey::Kind::Multiple { options, .. } = &mut ticks.kind else { unreachable!("it was just made") };
    options.extend([choice_for("town", "neighbours"), choice_for("farm", "farmhands")]);
    let both = Condition::All(vec![chosen("q", "neighbours"), chosen("q", "farmhands")]);
    assert_eq!(wrong(vec![ticks.clone(), when(yes_no("r"), both)]), [Defect::NeverShown("r".into())]);
    let either = Condition::Any(vec![chosen("q", "neighbours"), chosen("q", "farmhands")]);
    let parts = vec![part("p", vec![ticks, when(yes_no("r"), either)])];
    assert!(Instrument::new("1".into(), parts, vec![]).is_ok(), "each of two variants comes to it");
}

#[test]
fn a_rule_that_depends_on_too_much_is_refused_rather_than_believed() {
    let names: Vec<String> = (0..17).map(|number| format!("c{number}")).collect();
    let keys: Vec<&str> = names.iter().map(String::as_str).collect();
    let all = |item: &str, keys: &[&str]| Condition::All(keys.iter().map(|key| chosen(item, key)).collect());
    let defects = wrong(vec![multiple("q", &keys, None), when(yes_no("r"), all("q", &keys))]);
    assert_eq!(defects, [Defect::RuleTooWide("r".into())]);
    let within = vec![multiple("q", &keys, None), when(yes_no("r"), all("q", &keys[1..]))];
    assert!(Instrument::new("1".into(), vec![part("p", within)], vec![]).is_ok());
    let any = Condition::Any(keys.iter().map(|key| chosen("q", key)).collect());
    let one_answer = vec![single("q", &[&keys[..], &["dont_know"]].concat()), when(yes_no("r"), any)];
    assert!(Instrument::new("1".into(), vec![part("p", one_answer)], vec![]).is_ok(), "18 ways, not 2 to the 17th");
}

#[test]
fn a_derived_measure_has_a_free_name_and_names_what_is_there() {
    let refused = |measure: &str, item: &str, choice: &str| {
        let derived = Derived { measure: measure.into(), any_of: vec![(item.into(), choice.into())] };
        Instrument::new("1".into(), vec![part("p", vec![yes_no("q")])], vec![derived]).err().unwrap_or_default()
    };
    assert_eq!(refused("q=any", "q", "yes"), []);
    assert_eq!(refused("q=yes", "q", "yes"), [Defect::BadMeasure("q=yes".into())]);
    assert_eq!(refused("any", "q", "yes"), [Defect::BadMeasure("any".into())]);
    assert_eq!(refused("q=any", "q", "maybe"), [Defect::UnknownInMeasure("q=any".into())]);
    assert_eq!(refused("q=any", "r", "yes"), [Defect::UnknownInMeasure("q=any".into())]);
}

#[test]
fn two_derived_measures_have_two_names_and_each_holds_of_something() {
    let derived = Derived { measure: "q=any".into(), any_of: vec![("q".into(), "yes".into())] };
    let empty = Derived { measure: "q=none".into(), any_of: vec![] };
    let parts = vec![part("p", vec![yes_no("q")])];
    let defects = Instrument::new("1".into(), parts, vec![derived.clone(), derived, empty]);
    let expected = vec![Defect::BadMeasure("q=any".into()), Defect::UnknownInMeasure("q=none".into())];
    assert_eq!(defects, Err(expected));
}

#[test]
fn all_defects_are_told_at_once_and_in_words() {
    let defects = wrong(vec![single("q", &[]), multiple("r", &["yes"], Some(0))]);
    let told: Vec<String> = defects.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["`q` cannot be answered", "`r` allows no ticks"]);
}
