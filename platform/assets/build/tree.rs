//! The tree that is served: what we take from the packages, and everything of our own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Path in the tree, with `/` between folders, and where the file lies now.
pub(crate) type Files = BTreeMap<String, PathBuf>;

/// From `dkfds/dist` to `dkfds/`, under the same relative paths, so that the style sheet's `../img` and `../fonts` hold.
const DKFDS_FILES: [&str; 6] = [
    "LICENSE.md",
    "css/dkfds.min.css",
    "js/dkfds.min.js",
    "img/all-svg-icons.svg",
    "fonts/IBMPlexSans/complete/woff2/license.txt",
    // The style sheet lists this format before woff2 for the regular weight, so browsers fetch it.
    "fonts/IBMPlexSans/complete/woff/IBMPlexSans-Regular.woff",
];

/// The weights that the style sheet declares.
const WEIGHTS: [&str; 8] =
    ["Regular", "Italic", "Medium", "MediumItalic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic"];

/// Copies the tree to `to`, which is emptied first.
pub(crate) fn lay_out(packages: &Path, own: &Path, to: &Path) -> Result<Files, String> {
    if to.exists() {
        fs::remove_dir_all(to).map_err(|e| format!("cannot empty {}: {e}", to.display()))?;
    }
    let mut files = dkfds(&packages.join("dkfds/dist"))?;
    add_folder(&mut files, own, "own")?;
    for (path, source) in &mut files {
        let target = to.join(path);
        copy(source, &target)?;
        *source = target;
    }
    Ok(files)
}

fn dkfds(dist: &Path) -> Result<Files, String> {
    let mut files = Files::new();
    for path in DKFDS_FILES {
        files.insert(format!("dkfds/{path}"), dist.join(path));
    }
    for weight in WEIGHTS {
        let path = format!("fonts/IBMPlexSans/complete/woff2/IBMPlexSans-{weight}.woff2");
        files.insert(format!("dkfds/{path}"), dist.join(path));
    }
    add_folder(&mut files, &dist.join("img/svg-icons"), "dkfds/img/svg-icons")?;
    Ok(files)
}

fn add_folder(files: &mut Files, folder: &Path, prefix: &str) -> Result<(), String> {
    let unreadable = |e: std::io::Error| format!("cannot read {}: {e}", folder.display());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or_else(|| format!("{} has no plain name", path.display()))?;
        let inside = format!("{prefix}/{name}");
        if path.is_dir() {
            add_folder(files, &path, &inside)?;
        } else {
            files.insert(inside, path);
        }
    }
    Ok(())
}

/// Copies one file, making its folder.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |e: std::io::Error| format!("cannot copy {} to {}: {e}", from.display(), to.display());
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::copy(from, to).map(drop).map_err(failed)
}

/// The whole file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}
