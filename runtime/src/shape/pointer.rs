//! References and smart pointers stand for what they point to.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{FromShape, Reader, ShapeError, ToShape, Writer};

macro_rules! pointers {
    ($($pointer:ty),*) => {$(
        impl<S, T: ToShape<S> + ?Sized> ToShape<S> for $pointer {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                (**self).write(to)
            }
        }
    )*};
}

pointers!(&T, Arc<T>, Box<T>, Rc<T>);

impl<S, T: ToShape<S> + ToOwned + ?Sized> ToShape<S> for Cow<'_, T> {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        (**self).write(to)
    }
}

impl<S, T: FromShape<S>> FromShape<S> for Box<T> {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        T::read(from).map(Self::new)
    }
}

impl<S, T: FromShape<S>> FromShape<S> for Arc<T> {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        T::read(from).map(Self::new)
    }
}
