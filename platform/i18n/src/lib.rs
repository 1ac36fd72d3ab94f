//! The two languages: words, numbers and dates as each writes them.
//!
//! A crate with words of its own keeps them in `locales/{da,en}/<crate>.ftl` and says [`words!`] once in its `lib.rs`.
//! From then on `t!(language, "key")` gives the text. The compiler refuses a key that the Danish file does not have;
//! the test that [`words!`] brings refuses an English file with other keys or other arguments.

mod date;
mod fold;
mod language;
mod number;
mod parity;
mod words;

pub use date::{long_date, short_date};
pub use fold::{folded, sort_key};
pub use language::Language;
pub use number::{count, decimal, percent};
pub use parity::differences;
pub use words::{Said, Words};

#[doc(hidden)]
pub use {i18n_embed, i18n_embed_fl, rust_embed};
