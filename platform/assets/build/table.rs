//! The tree as Rust source: a table sorted by path, and the hash of it all.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::tree::{Files, read};

/// Writes `table.rs` and tells the crate the tree's hash.
pub(crate) fn write(files: &Files, out: &Path) -> Result<(), String> {
    let mut hash = Sha256::new();
    let mut table = format!("/// Sorted by path.\npub(crate) static FILES: [File; {}] = [\n", files.len());
    for (path, source) in files {
        let bytes = read(source)?;
        hash.update(path);
        // The length keeps a path and the bytes after it from running together.
        hash.update(bytes.len().to_le_bytes());
        hash.update(&bytes);
        let source = source.to_str().ok_or_else(|| format!("{} is not UTF-8", source.display()))?;
        writeln!(table, "    File::new({path:?}, include_bytes!({source:?})),").map_err(|e| e.to_string())?;
    }
    table.push_str("];\n");
    let target = out.join("table.rs");
    fs::write(&target, table).map_err(|e| format!("cannot write {}: {e}", target.display()))?;
    let hash = format!("{:x}", hash.finalize());
    println!("cargo::rustc-env=TREE_HASH={}", &hash[..12]);
    Ok(())
}
