//! The files to write, or to compare with what is there.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Everything that a folder should hold of what a command makes.
pub(crate) struct Output {
    /// Of `cargo xtask`.
    command: &'static str,
    folder: PathBuf,
    /// The folders inside of it that hold nothing else.
    owned: &'static [&'static str],
    files: BTreeMap<String, String>,
}

impl Output {
    pub(crate) fn new(
        command: &'static str,
        folder: PathBuf,
        owned: &'static [&'static str],
    ) -> Self {
        Self {
            command,
            folder,
            owned,
            files: BTreeMap::new(),
        }
    }

    /// Adds a file; `path` is relative to the folder.
    pub(crate) fn add(&mut self, path: String, content: String) {
        self.files.insert(path, content);
    }

    /// Writes what differs and takes away what is no longer made; or only says so.
    pub(crate) fn finish(self, check: bool) -> Result<(), String> {
        let mut differ = Vec::new();
        for (path, content) in &self.files {
            let file = self.folder.join(path);
            if fs::read_to_string(&file).is_ok_and(|found| found == *content) {
                continue;
            }
            differ.push(path.clone());
            if !check {
                let parent = file.parent().ok_or("no folder")?;
                fs::create_dir_all(parent)
                    .map_err(|error| format!("cannot make {}: {error}", parent.display()))?;
                fs::write(&file, content)
                    .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
            }
        }
        for folder in self.owned {
            let path = self.folder.join(folder);
            let Ok(entries) = fs::read_dir(&path) else {
                continue;
            };
            for entry in entries {
                let file = entry.map_err(|error| error.to_string())?;
                let name = format!("{folder}/{}", file.file_name().to_string_lossy());
                if self.files.contains_key(&name) {
                    continue;
                }
                if !check {
                    fs::remove_file(file.path())
                        .map_err(|error| format!("cannot remove {name}: {error}"))?;
                }
                differ.push(name);
            }
        }
        let (command, total) = (self.command, self.files.len());
        match (check, differ.len()) {
            (true, 0) => println!("{command}: all {total} files are what botocore's archive says"),
            (true, _) => {
                return Err(format!(
                    "these files are not what `cargo xtask {command}` writes:\n  {}",
                    differ.join("\n  ")
                ));
            }
            (false, written) => println!("{command}: {total} files, {written} of them changed"),
        }
        Ok(())
    }
}
