#![doc = include_str!("../README.md")]

mod address;
mod csv_form;
mod form;
pub mod http;
mod json_node;
mod json_stat;
mod json_stat_categories;
mod json_stat_values;
mod line_count;
mod number;
mod presentation;
mod read;
mod refusal;
mod table;
mod table_id;
mod text;
mod unreadable;

pub use address::table_url;
pub use form::Form;
pub use read::read;
pub use table::{BYTE_LIMIT, CELL_LIMIT, Cell, Coordinate, DIMENSION_LIMIT, Table, Value};
pub use table_id::table_id_in_name;
pub use unreadable::Unreadable;
