//! The fields of a struct of which some do not parse.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Field, Ident, Token, Visibility, token};

/// What could be made of a struct's fields.
#[derive(Default)]
pub(crate) struct Recovered {
    /// Those that can be read.
    pub(crate) fields: Vec<Field>,
    /// The names of the others, where there is one.
    pub(crate) names: Vec<Ident>,
    /// What is wrong with those that may be more than half-typed.
    pub(crate) doubts: Vec<syn::Error>,
}

/// Reads the fields that can be read, and takes our helper attributes off all of them.
pub(crate) fn fields(braces: &mut TokenStream) -> Recovered {
    let mut recovered = Recovered::default();
    for tree in std::mem::take(braces) {
        let TokenTree::Group(group) = tree else {
            continue;
        };
        let all = |input: ParseStream<'_>| recovered.read(input);
        all.parse2(group.stream())
            .expect("BUG: what is no field is skipped");
        braces.extend([TokenTree::Group(without_attributes(group))]);
    }
    recovered
}

impl Recovered {
    fn read(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        while !input.is_empty() {
            let ahead = input.fork();
            match Field::parse_named(&ahead) {
                // `name: name: Type` is two fields, and the first one has no type.
                Ok(_) if !ahead.peek(Token![:]) => {
                    self.fields.push(Field::parse_named(input)?);
                    // Between it and the comma, if anything: the field is known all the same.
                    if !starts_field(input) {
                        unread_field(input)?;
                    }
                }
                _ => {
                    let tokens = unread_field(input)?;
                    self.names.extend(name.parse2(tokens.clone())?);
                    self.doubts.extend(doubt.parse2(tokens)?);
                }
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }
}

/// Whether a field starts here, comma or not.
fn starts_field(input: ParseStream<'_>) -> bool {
    input.peek(Token![#]) || input.peek(Token![pub]) || is_named(input)
}

/// `name:`, but not `name::`
fn is_named(input: ParseStream<'_>) -> bool {
    input.peek(Ident) && input.peek2(Token![:]) && !input.peek2(Token![::])
}

/// Takes the tokens of a field that cannot be read: up to a comma, or to where another one starts.
fn unread_field(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    // Whether something is there besides attributes, and the name.
    let (mut begun, mut named) = (false, false);
    while !input.is_empty() && !input.peek(Token![,]) {
        let attribute = input.peek(Token![#]);
        if begun && (attribute || input.peek(Token![pub])) || named && is_named(input) {
            break;
        }
        begun |= !attribute;
        named |= input.peek(Ident);
        tokens.extend([input.parse::<TokenTree>()?]);
        if attribute && input.peek(token::Bracket) {
            tokens.extend([input.parse::<TokenTree>()?]);
        }
    }
    Ok(tokens)
}

/// The name in a field that cannot be read.
fn name(input: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    let name = head(input).unwrap_or_default();
    input.parse::<TokenStream>()?;
    Ok(name)
}

/// What stands before a field's colon.
fn head(input: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    input.call(Attribute::parse_outer)?;
    input.parse::<Visibility>()?;
    input.parse()
}

/// What is wrong with a field that cannot be read, unless the compiler is sure to say so, too: it
/// ends too early, or lacks a colon.
fn doubt(input: ParseStream<'_>) -> syn::Result<Option<syn::Error>> {
    let start = input.fork();
    let ahead = input.fork();
    let found = Field::parse_named(&ahead);
    let tokens: TokenStream = input.parse()?;
    // What is wrong inside of a last group leaves nothing behind the group, either.
    let in_group = matches!(tokens.into_iter().last(), Some(TokenTree::Group(_)));
    let is_sure = ahead.is_empty() && !in_group || lacks_colon(&start);
    Ok(found.err().filter(|_| !is_sure))
}

/// Whether it ends before the name, or something else than a colon follows that.
fn lacks_colon(input: ParseStream<'_>) -> bool {
    match head(input) {
        Ok(Some(_)) => !input.peek(Token![:]),
        Ok(None) => input.is_empty(),
        Err(_) => false,
    }
}

/// Takes our helper attributes off. Without any, the group stays the one that it was, since one made
/// anew is no longer at the places of its two braces.
fn without_attributes(group: Group) -> Group {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut kept: Vec<TokenTree> = Vec::new();
    for tree in trees.iter().cloned() {
        if is_helper(&tree) && kept.last().is_some_and(is_hash) {
            kept.pop();
        } else {
            kept.push(tree);
        }
    }
    if kept.len() == trees.len() {
        return group;
    }
    let mut without = Group::new(Delimiter::Brace, kept.into_iter().collect());
    without.set_span(group.span());
    without
}

fn is_hash(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '#')
}

/// `[aws(…)]`
fn is_helper(tree: &TokenTree) -> bool {
    let TokenTree::Group(group) = tree else {
        return false;
    };
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(name)) if name == "aws")
}
