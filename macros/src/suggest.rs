//! "did you mean": the nearest of the names that would have been right.

use std::cmp::Reverse;

/// How many names are shown that have something in common with the wrong one.
const RELATED: usize = 4;
/// What is shorter says little.
const SHORTEST_WORD: usize = 3;

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
        .map(|name| (cost(&wrong_lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, name)| (*distance, name.len().abs_diff(wrong.len())))
        .map(|(_, name)| name)
}

/// The distance; less when there is only something too much at the end, `SendMessageInput`.
fn cost(wrong: &str, name: &str) -> usize {
    match wrong.strip_prefix(name) {
        Some(rest) => rest.chars().count().div_ceil(2),
        None => distance(wrong, name),
    }
}

/// A few of the names that have a word of `wrong` in them, or that it has in it: those with most
/// of it first.
pub(crate) fn related<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let wanted = words(wrong);
    let mut found: Vec<(usize, &str)> = names
        .into_iter()
        .map(|name| {
            let words = words(name);
            let common = wanted.iter().filter(|word| words.contains(word));
            (common.map(String::len).sum(), name)
        })
        .filter(|(common, _)| *common >= SHORTEST_WORD)
        .collect();
    found.sort_by_key(|(common, name)| (Reverse(*common), name.len()));
    let names = found.into_iter().map(|(_, name)| name);
    names.take(RELATED).collect()
}

/// `queue_url`, `QueueUrl` and `queue-url` have the words `queue` and `url`. The plural is the
/// same word.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut last = ' ';
    for letter in name.chars() {
        let begins = letter.is_uppercase() && last.is_lowercase();
        if begins || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if letter.is_alphanumeric() {
            words
                .last_mut()
                .expect("BUG: there is a first word")
                .extend(letter.to_lowercase());
        }
        last = letter;
    }
    for word in &mut words {
        if word.len() > SHORTEST_WORD && word.ends_with('s') {
            word.pop();
        }
    }
    words.retain(|word| word.len() >= SHORTEST_WORD);
    words
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
    use super::{distance, nearest, related};

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
        let names = ["SendMessageBatch", "SendMessage"];
        assert_eq!(nearest("SendMessageInput", names), Some("SendMessage"));
    }

    #[test]
    fn finds_names_with_a_word_in_common() {
        let names = [
            "SendMessage",
            "SendMessageBatch",
            "DeleteMessage",
            "ListQueues",
        ];
        assert_eq!(related("Send", names), ["SendMessage", "SendMessageBatch"]);
        assert_eq!(
            related("message_send", names)[..2],
            ["SendMessage", "SendMessageBatch"]
        );
        assert_eq!(related("queue", names), ["ListQueues"]);
        assert_eq!(related("DoIt", names), [""; 0]);
    }
}
