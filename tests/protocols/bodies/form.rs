//! Forms as sets of parameters.

/// Reads a form, where spaces may be written in two ways. The entries of maps, which are called as in `entries`, are numbered in the order of
/// their keys.
pub(super) fn read(form: &str, entries: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = form.split('&');
    let mut pairs: Vec<(String, String)> = pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (name.replace('+', "%20"), value.replace('+', "%20")))
        .collect();
    // What is inside of an entry's value comes after the entry.
    let mut maps: Vec<(String, &str)> = Vec::new();
    for (key, _) in entries {
        let maps_here = pairs.iter().filter_map(|(name, _)| {
            let entry = name.strip_suffix(key)?.strip_suffix('.')?;
            Some((entry.rsplit_once('.')?.0.to_owned(), *key))
        });
        maps.extend(maps_here.collect::<Vec<_>>());
    }
    maps.sort_by_key(|(map, _)| map.len());
    maps.dedup();
    for (map, key) in maps {
        number(&mut pairs, &map, key);
    }
    pairs.sort_unstable();
    pairs
}

/// Numbers the entries of one map.
fn number(pairs: &mut [(String, String)], map: &str, key: &str) {
    let rest_of = |name: &str| -> Option<(String, String)> {
        let rest = name.strip_prefix(map)?.strip_prefix('.')?;
        let (number, rest) = rest.split_once('.')?;
        Some((number.to_owned(), rest.to_owned()))
    };
    let mut keys = Vec::new();
    for (name, value) in pairs.iter() {
        if let Some((number, rest)) = rest_of(name)
            && rest == key
        {
            keys.push((value.clone(), number));
        }
    }
    keys.sort_unstable();
    for (name, _) in pairs {
        if let Some((number, rest)) = rest_of(name)
            && let Some(place) = keys.iter().position(|(_, found)| *found == number)
        {
            *name = format!("{map}.{}.{rest}", place + 1);
        }
    }
}
