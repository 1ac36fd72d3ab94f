//! The typeface of documents, the same as on the pages.

/// IBM Plex Sans as TrueType: regular, italic and semi-bold.
pub fn fonts() -> Vec<&'static [u8]> {
    vec![
        include_bytes!(concat!(env!("OUT_DIR"), "/fonts/IBMPlexSans-Regular.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/fonts/IBMPlexSans-Italic.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/fonts/IBMPlexSans-SemiBold.ttf")),
    ]
}
