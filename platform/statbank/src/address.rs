//! The API's address of a table.

use reqwest::Url;

use crate::form::Form;

const DATA: &str = "https://api.statbank.dk/v1/data";

/// The GET address that selects every value (`*`) of the variables named, in the language `da` or `en`.
///
/// BULK needs every variable of the table; the other forms leave out a variable that is not named where the table
/// can do without it. Codes are asked for in CSV and BULK, because a text cannot always be told from a code.
pub fn table_url(table: &str, form: Form, variables: &[&str], lang: &str) -> String {
    let mut url = Url::parse(DATA).expect("the API's own address is well-formed");
    url.path_segments_mut().expect("an https address has a path").push(table).push(form.api_name());
    let mut query = url.query_pairs_mut();
    query.append_pair("lang", lang);
    if form != Form::JsonStat {
        query.append_pair("valuePresentation", "Code").append_pair("delimiter", "Semicolon");
    }
    for variable in variables {
        query.append_pair(variable, "*");
    }
    drop(query);
    url.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_values_of_all_variables_are_selected() {
        assert_eq!(
            table_url("OIN01DK", Form::Bulk, &["OIN01", "INNO", "Tid"], "da"),
            "https://api.statbank.dk/v1/data/OIN01DK/BULK?lang=da&valuePresentation=Code&delimiter=Semicolon\
             &OIN01=*&INNO=*&Tid=*"
        );
        assert_eq!(
            table_url("OIN02DK", Form::JsonStat, &["OIN01", "NYHEDSGRAD", "Tid"], "en"),
            "https://api.statbank.dk/v1/data/OIN02DK/JSONSTAT?lang=en&OIN01=*&NYHEDSGRAD=*&Tid=*"
        );
    }

    #[test]
    fn letters_beyond_ascii_and_signs_of_the_address_are_escaped() {
        let url = table_url("A/B?C", Form::Csv, &["OMRÅDE", "A&B=C"], "da");
        assert!(url.contains("/data/A%2FB%3FC/CSV?"), "{url}");
        assert!(url.ends_with("&OMR%C3%85DE=*&A%26B%3DC=*"), "{url}");
    }
}
