//! Collects the mistakes of a stage, so that all of them are reported at once.

use std::cell::RefCell;
use std::fmt::Display;
use std::thread;

use proc_macro2::Span;
use quote::ToTokens;

/// A collector of errors. Dropping one without asking for what it found is a bug, and panics.
#[derive(Debug)]
pub(crate) struct Ctxt {
    /// `None` once somebody has asked.
    errors: RefCell<Option<Vec<syn::Error>>>,
}

/// What went wrong: at least one error.
#[derive(Debug)]
pub(crate) struct Mistakes(pub(crate) syn::Error);

impl Ctxt {
    pub(crate) fn new() -> Self {
        Self {
            errors: RefCell::new(Some(Vec::new())),
        }
    }

    /// Reports a mistake at everything that `tokens` covers.
    pub(crate) fn error_at(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports a mistake at one span: for what the user did not write.
    pub(crate) fn error_on(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Takes over an error that syn reported.
    pub(crate) fn push(&self, error: syn::Error) {
        self.errors
            .borrow_mut()
            .as_mut()
            .expect("BUG: an error was reported after the stage had been finished")
            .push(error);
    }

    /// Ends a stage.
    pub(crate) fn finish(self) -> Result<(), Mistakes> {
        let errors = self.errors.take().expect("BUG: a context is finished once");
        match errors.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        }) {
            Some(all) => Err(Mistakes(all)),
            None => Ok(()),
        }
    }
}

impl Drop for Ctxt {
    fn drop(&mut self) {
        assert!(
            thread::panicking() || self.errors.borrow().is_none(),
            "BUG: nobody asked a context for its errors"
        );
    }
}
