//! A statement and its values, not yet bound to a kind of database.

use sea_orm::{DbBackend, Statement, Value};

/// An SQL text with `$1`, `$2` … and the values for them.
#[derive(Debug, Clone)]
pub struct Sql {
    text: &'static str,
    values: Vec<Value>,
}

/// A statement: `sql("SELECT … WHERE id = $1", [id.into()])`.
pub fn sql<const N: usize>(text: &'static str, values: [Value; N]) -> Sql {
    Sql { text, values: values.into() }
}

impl Sql {
    pub(crate) fn on(self, backend: DbBackend) -> Statement {
        Statement::from_sql_and_values(backend, self.text, self.values)
    }
}
