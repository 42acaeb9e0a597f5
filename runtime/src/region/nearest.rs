//! Which region somebody may have meant.

use super::Region;

impl Region {
    /// For a region that is not known: the known one that differs in a letter or two.
    pub(crate) fn meant(&self) -> Option<Self> {
        let Self::Custom(custom) = self else {
            return None;
        };
        Self::ALL
            .into_iter()
            .map(|region| (distance(region.as_str(), custom.as_str()), region))
            .filter(|(distance, _)| *distance <= 2)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, region)| region)
    }
}

/// How many letters have to be put in, taken out or changed (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (at, letter) in left.bytes().enumerate() {
        let mut diagonal = at;
        row[0] = at + 1;
        for (to, other) in right.bytes().enumerate() {
            let changed = diagonal + usize::from(!letter.eq_ignore_ascii_case(&other));
            diagonal = row[to + 1];
            row[to + 1] = changed.min(diagonal + 1).min(row[to] + 1);
        }
    }
    row[right.len()]
}
