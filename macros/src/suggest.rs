//! "did you mean": the nearest of the names that would have been right.

/// The name nearest to `wrong`, if one is near enough to have been meant.
pub(crate) fn nearest<'n>(
    wrong: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let wrong_lower = wrong.to_lowercase();
    // A third of the letters may be wrong, and always one.
    let limit = (wrong.chars().count() / 3).max(1);
    // A name of another length is at least as many edits away.
    let near = |name: &&str| name.chars().count().abs_diff(wrong.chars().count()) <= limit;
    names
        .into_iter()
        .filter(near)
        .map(|name| (distance(&wrong_lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, name)| (*distance, name.len().abs_diff(wrong.len())))
        .map(|(_, name)| name)
}

/// How many letters have to be inserted, deleted, replaced or swapped with their neighbour
/// (the restricted Damerau–Levenshtein distance).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn counts_edits() {
        assert_eq!(distance("functon_name", "function_name"), 1);
        assert_eq!(distance("queue_ulr", "queue_url"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }

    #[test]
    fn suggests_what_is_near_and_nothing_else() {
        let names = ["sqs", "sns", "s3", "dynamodb"];
        assert_eq!(nearest("sqss", names), Some("sqs"));
        assert_eq!(nearest("dinamodb", names), Some("dynamodb"));
        assert_eq!(nearest("DynamoDB", names), Some("dynamodb"));
        assert_eq!(nearest("lambda", names), None);
    }
}
