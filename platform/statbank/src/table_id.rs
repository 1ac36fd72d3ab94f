//! A table's id from the name of the file or the address it came from.

/// The table id at the start of a file name such as `OIN01DK.csv` or `folk1a_2023.json`, in upper case; nothing
/// when the name does not start with letters and a digit as StatBank's ids do.
pub fn table_id_in_name(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let word = file.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let looks_like_an_id = (2..=8).contains(&letters) && letters < word.len() && word.len() <= 16;
    looks_like_an_id.then(|| word.to_ascii_uppercase())
}

/// The table id in an address: the segment after `data` as the API has it, else the last segment's.
pub(crate) fn table_id_in_path<'a>(segments: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let after_data = segments.clone().skip_while(|segment| *segment != "data").nth(1);
    after_data.and_then(table_id_in_name).or_else(|| segments.last().and_then(table_id_in_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_gives_the_id_at_its_start() {
        assert_eq!(table_id_in_name("files/oin01dk.csv").as_deref(), Some("OIN01DK"));
        assert_eq!(table_id_in_name(r"C:\data\FOLK1A_2023.json").as_deref(), Some("FOLK1A"));
    }

    #[test]
    fn a_name_without_an_id_gives_none() {
        for name in ["", "data.csv", "2023.csv", "-.csv", "downloadedtable2023.csv", "æøå1.csv"] {
            assert_eq!(table_id_in_name(name), None, "{name}");
        }
    }

    #[test]
    fn an_api_address_gives_the_segment_after_data() {
        let id = |path: &str| table_id_in_path(path.split('/'));
        assert_eq!(id("v1/data/OIN01DK/CSV").as_deref(), Some("OIN01DK"));
        assert_eq!(id("files/oin02dk.csv").as_deref(), Some("OIN02DK"));
        assert_eq!(id("files"), None);
    }
}
