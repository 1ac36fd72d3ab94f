//! A change: the one way to write.

use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};

use crate::open::rows;
use crate::{Sql, Trouble};

/// A transaction that is undone when it is dropped before [`Change::commit`].
pub struct Change {
    transaction: DatabaseTransaction,
}

impl Change {
    pub(crate) fn new(transaction: DatabaseTransaction) -> Self {
        Self { transaction }
    }

    /// Runs a statement and says how many rows it touched.
    pub async fn run(&self, sql: Sql) -> Result<u64, Trouble> {
        let statement = sql.on(self.transaction.get_database_backend());
        Ok(self.transaction.execute_raw(statement).await?.rows_affected())
    }

    /// Every row that the statement finds or returns.
    pub async fn all<T: FromQueryResult>(&self, sql: Sql) -> Result<Vec<T>, Trouble> {
        rows(&self.transaction, sql).await
    }

    /// The first row that the statement finds or returns.
    pub async fn one<T: FromQueryResult>(&self, sql: Sql) -> Result<Option<T>, Trouble> {
        Ok(self.all(sql).await?.into_iter().next())
    }

    /// Makes the change durable. When this returns, neither a killed process nor a power cut takes it back.
    pub async fn commit(self) -> Result<(), Trouble> {
        self.transaction.commit().await?;
        Ok(())
    }
}
