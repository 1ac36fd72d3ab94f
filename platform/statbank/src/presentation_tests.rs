use super::*;

/// Each column's coordinates as (code, text), with "" for what is not given.
fn read(columns: &[&[&str]]) -> Vec<Vec<(String, String)>> {
    let owned: Vec<Vec<String>> =
        columns.iter().map(|fields| fields.iter().map(|field| (*field).to_owned()).collect()).collect();
    let slices: Vec<&[String]> = owned.iter().map(Vec::as_slice).collect();
    let pair = |at: &Arc<Coordinate>| (at.code.clone().unwrap_or_default(), at.text.clone().unwrap_or_default());
    coordinates(&slices).iter().map(|column| column.iter().map(pair).collect()).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn codes_alone_are_codes() {
    let read = read(&[&["1010", "TOT"], &["2023K1"], &["5-9"]]);
    assert_eq!(read, [pairs(&[("1010", ""), ("TOT", "")]), pairs(&[("2023K1", "")]), pairs(&[("5-9", "")])]);
}

#[test]
fn texts_alone_are_texts_but_a_year_has_the_form_of_a_code() {
    let read = read(&[&["Kommune", "Hele landet"], &["2023"]]);
    assert_eq!(read, [pairs(&[("", "Kommune"), ("", "Hele landet")]), pairs(&[("2023", "")])]);
}

#[test]
fn codes_with_texts_are_taken_apart() {
    let read = read(&[&["1010 Kommune", "1020 Region"], &["2023 2023"]]);
    assert_eq!(read, [pairs(&[("1010", "Kommune"), ("1020", "Region")]), pairs(&[("2023", "")])]);
}

#[test]
fn ages_are_texts_because_their_words_repeat() {
    assert_eq!(read(&[&["18 år", "19 år"]]), [pairs(&[("", "18 år"), ("", "19 år")])]);
}

#[test]
fn a_column_of_texts_makes_every_column_text() {
    let read = read(&[&["Hele landet"], &["1 Disponibel indkomst"]]);
    assert_eq!(read, [pairs(&[("", "Hele landet")]), pairs(&[("", "1 Disponibel indkomst")])]);
}

#[test]
fn one_code_with_two_texts_is_no_code() {
    assert_eq!(read(&[&["10 Ja", "10 Nej"]]), [pairs(&[("", "10 Ja"), ("", "10 Nej")])]);
}
