//! A short list of what was used last.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Keeps what is dear to make for as long as it is used: of many, the one that was not used for
/// longest goes first.
#[derive(Debug)]
pub(crate) struct Recent<K, V> {
    most: usize,
    /// The last one was used last.
    entries: Mutex<Vec<(K, V)>>,
}

impl<K: PartialEq, V: Clone> Recent<K, V> {
    pub(crate) const fn new(most: usize) -> Self {
        Self {
            most,
            entries: Mutex::new(Vec::new()),
        }
    }

    /// What is kept for `key`.
    pub(crate) fn get(&self, key: &K) -> Option<V> {
        use_again(&mut self.entries(), key)
    }

    /// What is kept for `key`, else what `make` makes.
    pub(crate) fn get_or_make(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        if let Some(value) = use_again(&mut self.entries(), &key) {
            return value;
        }
        // Others need not wait for it, nor for what goes.
        let value = make(&key);
        let _oldest;
        let mut entries = self.entries();
        // Somebody else may have been quicker. Everybody gets the same one.
        if let Some(value) = use_again(&mut entries, &key) {
            return value;
        }
        _oldest = (entries.len() >= self.most).then(|| entries.remove(0));
        entries.push((key, value.clone()));
        value
    }

    fn entries(&self) -> MutexGuard<'_, Vec<(K, V)>> {
        // Nothing in here can be left half done: whoever panicked, the list is whole.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn use_again<K: PartialEq, V: Clone>(entries: &mut [(K, V)], key: &K) -> Option<V> {
    let at = entries.iter().position(|(known, _)| known == key)?;
    entries[at..].rotate_left(1);
    entries.last().map(|(_, value)| value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_longest_goes() {
        let recent = Recent::new(2);
        let mut made = Vec::new();
        for key in [1, 2, 1, 3, 1, 2, 3] {
            let value = recent.get_or_make(key, |key| {
                made.push(*key);
                key * 10
            });
            assert_eq!(value, key * 10);
        }
        assert_eq!(made, [1, 2, 3, 2, 3]);
    }
}
