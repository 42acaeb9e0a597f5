//! The cases that cannot pass.

/// Of each case its name and the reason, in a line `name: reason`.
const LISTED: &str = include_str!("listed.txt");

pub(crate) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = LISTED.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(": "))
}

pub(crate) fn reason(name: &str) -> Option<&'static str> {
    let found = all().find(|(listed, _)| *listed == name);
    found.map(|(_, reason)| reason)
}
