//! Lists and maps, dense and sparse.

#![expect(
    clippy::needless_pass_by_value,
    reason = "an iterator is cloned for each time that a codec writes the elements"
)]

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};

use super::{
    FromShape, ListShape, MapShape, Reader, ShapeError, SparseListShape, SparseMapShape, ToShape,
    Writer,
};

/// Writes `values` one after the other.
fn write_list<'v, T, S>(
    to: Writer<'_, '_>,
    length: usize,
    values: impl Iterator<Item = &'v T> + Clone,
) -> Result<(), ShapeError>
where
    T: ToShape<S> + 'v,
{
    let Writer { serializer, schema } = to;
    let element = schema.member().unwrap_or(schema);
    serializer.write_list_with_length(schema, length, &|serializer| {
        values
            .clone()
            .try_for_each(|value| value.write(Writer::new(serializer, element)))
    })
}

/// Writes `values` one after the other, null for those that are unset.
fn write_sparse_list<'v, T, S>(
    to: Writer<'_, '_>,
    length: usize,
    values: impl Iterator<Item = &'v Option<T>> + Clone,
) -> Result<(), ShapeError>
where
    T: ToShape<S> + 'v,
{
    let Writer { serializer, schema } = to;
    let element = schema.member().unwrap_or(schema);
    serializer.write_list_with_length(schema, length, &|serializer| {
        values.clone().try_for_each(|value| match value {
            Some(value) => value.write(Writer::new(serializer, element)),
            None => serializer.write_null(element),
        })
    })
}

macro_rules! list_writers {
    ($(impl<$($param:ident $(: $kind:ty)?),*> for $list:ty, $sparse:ty;)*) => {$(
        impl<S, T: ToShape<S> $(, const $param: $($kind)?)*> ToShape<ListShape<S>> for $list {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                write_list(to, self.len(), self.iter())
            }
        }

        impl<S, T: ToShape<S> $(, const $param: $($kind)?)*> ToShape<SparseListShape<S>> for $sparse {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                write_sparse_list(to, self.len(), self.iter())
            }
        }
    )*};
}

list_writers! {
    impl<> for Vec<T>, Vec<Option<T>>;
    impl<> for [T], [Option<T>];
    impl<N: usize> for [T; N], [Option<T>; N];
    impl<> for VecDeque<T>, VecDeque<Option<T>>;
}

impl<S, T: ToShape<S>> ToShape<ListShape<S>> for BTreeSet<T> {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        write_list(to, self.len(), self.iter())
    }
}

impl<S, T: ToShape<S>, H> ToShape<ListShape<S>> for HashSet<T, H> {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        write_list(to, self.len(), self.iter())
    }
}

/// Calls `each` for every element. Null in a list that is not sparse stands for nothing and is
/// passed over, as AWS's own clients do.
fn read_list(
    from: Reader<'_, '_>,
    each: &mut dyn FnMut(Reader<'_, '_>) -> Result<(), ShapeError>,
) -> Result<(), ShapeError> {
    let Reader {
        deserializer,
        schema,
    } = from;
    let element = schema.member().unwrap_or(schema);
    deserializer.read_list(schema, &mut |deserializer| {
        if deserializer.is_null() {
            return deserializer.read_null();
        }
        each(Reader::new(deserializer, element))
    })
}

macro_rules! list_readers {
    ($($list:ident, $add:ident $(, $bound:path)*;)*) => {$(
        impl<S, T: FromShape<S> $(+ $bound)*> FromShape<ListShape<S>> for $list<T> {
            fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
                let mut list = Self::new();
                read_list(from, &mut |from| {
                    list.$add(T::read(from)?);
                    Ok(())
                })?;
                Ok(list)
            }
        }
    )*};
}

list_readers! {
    BTreeSet, insert, Ord;
    Vec, push;
    VecDeque, push_back;
}

impl<S, T, H> FromShape<ListShape<S>> for HashSet<T, H>
where
    T: FromShape<S> + Eq + Hash,
    H: BuildHasher + Default,
{
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        let mut set = Self::default();
        read_list(from, &mut |from| {
            set.insert(T::read(from)?);
            Ok(())
        })?;
        Ok(set)
    }
}

impl<S, T: FromShape<S>> FromShape<SparseListShape<S>> for Vec<Option<T>> {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        let Reader {
            deserializer,
            schema,
        } = from;
        let element = schema.member().unwrap_or(schema);
        let mut list = Self::new();
        deserializer.read_list(schema, &mut |deserializer| {
            list.push(if deserializer.is_null() {
                deserializer.read_null()?;
                None
            } else {
                Some(T::read(Reader::new(deserializer, element))?)
            });
            Ok(())
        })?;
        Ok(list)
    }
}

/// Writes the entries, keys as text; `None` is null.
fn write_map<'v, K, T, S>(
    to: Writer<'_, '_>,
    length: usize,
    entries: impl Iterator<Item = (&'v K, Option<&'v T>)> + Clone,
) -> Result<(), ShapeError>
where
    K: AsRef<str> + 'v,
    T: ToShape<S> + 'v,
{
    let Writer { serializer, schema } = to;
    let key_schema = schema.key().unwrap_or(&aws_smithy_schema::prelude::STRING);
    let value_schema = schema.member().unwrap_or(schema);
    serializer.write_map_with_length(schema, length, &|serializer| {
        entries.clone().try_for_each(|(key, value)| {
            serializer.write_string(key_schema, key.as_ref())?;
            match value {
                Some(value) => value.write(Writer::new(serializer, value_schema)),
                None => serializer.write_null(value_schema),
            }
        })
    })
}

/// Calls `each` for every entry that is not null.
fn read_map(
    from: Reader<'_, '_>,
    each: &mut dyn FnMut(String, Reader<'_, '_>) -> Result<(), ShapeError>,
) -> Result<(), ShapeError> {
    let Reader {
        deserializer,
        schema,
    } = from;
    let value = schema.member().unwrap_or(schema);
    deserializer.read_map(schema, &mut |key, deserializer| {
        if deserializer.is_null() {
            return deserializer.read_null();
        }
        each(key, Reader::new(deserializer, value))
    })
}

/// What is called for each entry of a sparse map.
type EachEntry<'e> = &'e mut dyn FnMut(String, Option<Reader<'_, '_>>) -> Result<(), ShapeError>;

/// Calls `each` for every entry, without a reader for those that are null.
fn read_sparse_map(from: Reader<'_, '_>, each: EachEntry<'_>) -> Result<(), ShapeError> {
    let Reader {
        deserializer,
        schema,
    } = from;
    let value = schema.member().unwrap_or(schema);
    deserializer.read_map(schema, &mut |key, deserializer| {
        if deserializer.is_null() {
            deserializer.read_null()?;
            return each(key, None);
        }
        each(key, Some(Reader::new(deserializer, value)))
    })
}

macro_rules! maps {
    ($($map:ident $(, $hasher:ident: $hasher_bound:path)?; $($key_bound:path),*;)*) => {$(
        impl<S, K: AsRef<str>, T: ToShape<S> $(, $hasher)?> ToShape<MapShape<S>> for $map<K, T $(, $hasher)?> {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                write_map(to, self.len(), self.iter().map(|(key, value)| (key, Some(value))))
            }
        }

        impl<S, K: AsRef<str>, T: ToShape<S> $(, $hasher)?> ToShape<SparseMapShape<S>>
            for $map<K, Option<T> $(, $hasher)?>
        {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                write_map(to, self.len(), self.iter().map(|(key, value)| (key, value.as_ref())))
            }
        }

        impl<S, K, T $(, $hasher)?> FromShape<MapShape<S>> for $map<K, T $(, $hasher)?>
        where
            K: From<String> $(+ $key_bound)*,
            T: FromShape<S>,
            $($hasher: $hasher_bound + Default,)?
        {
            fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
                let mut map = Self::default();
                read_map(from, &mut |key, from| {
                    map.insert(K::from(key), T::read(from)?);
                    Ok(())
                })?;
                Ok(map)
            }
        }

        impl<S, K, T $(, $hasher)?> FromShape<SparseMapShape<S>> for $map<K, Option<T> $(, $hasher)?>
        where
            K: From<String> $(+ $key_bound)*,
            T: FromShape<S>,
            $($hasher: $hasher_bound + Default,)?
        {
            fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
                let mut map = Self::default();
                read_sparse_map(from, &mut |key, from| {
                    map.insert(K::from(key), from.map(T::read).transpose()?);
                    Ok(())
                })?;
                Ok(map)
            }
        }
    )*};
}

maps! {
    BTreeMap; Ord;
    HashMap, H: BuildHasher; Eq, Hash;
}
