//! Every sentence that the user of the macros can see.
//!
//! Lower case, no full stop, names in backticks; what is wrong here, what AWS's model says, what
//! to write.

use crate::suggest::{nearest, related};

/// How many names are listed when none of them is near.
const LISTED: usize = 9;

/// `did you mean …` for a near name, a list for a few; of many, those that have a word in common.
fn hint(wrong: &str, names: &[&str]) -> String {
    if let Some(near) = nearest(wrong, names.iter().copied()) {
        return format!("; did you mean `{near}`?");
    }
    match names {
        [] => String::new(),
        [only] => format!("; there is `{only}`"),
        few if few.len() <= LISTED => format!("; there are {}", listed(few)),
        many => match related(wrong, many.iter().copied()).as_slice() {
            [] => String::new(),
            [only] => format!("; there is `{only}` among others"),
            found => format!("; there are {} among others", listed(found)),
        },
    }
}

/// "`a`, `b` and `c`"
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

// --- arguments ---

pub(crate) const SERVICE_MISSING: &str =
    "which service? write `service = \"…\"`, for example `service = \"sqs\"`";
pub(crate) const NO_PROTOCOL_HERE: &str =
    "the connector module says the protocol for all of its operations; write `protocol` there";

pub(crate) fn no_service_here(key: &str) -> String {
    format!("the connector module names the service; remove `{key}` here")
}

pub(crate) fn key_of_connector(key: &str) -> String {
    format!("`{key}` is said once, by the connector module; write it in its `#[aws_connector(…)]`")
}

pub(crate) const RESPONSE_FORM: &str =
    "response = { member, other { member } }` or `response = MyType";
pub(crate) const SELECTION_FORM: &str = "between the braces stand names of members with commas between them, as in `{ items { id, name }, next_token }`";

pub(crate) fn unreadable_args(error: &syn::Error) -> String {
    format!("{error}; arguments are written `service = \"sqs\", operation = \"SendMessage\"`")
}

pub(crate) fn unknown_key(attribute: &str, key: &str, keys: &[&str]) -> String {
    let hint = match nearest(key, keys.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it takes {}", listed(keys)),
    };
    format!("`{attribute}` has no argument `{key}`; {hint}")
}

pub(crate) fn duplicate_key(key: &str) -> String {
    format!("`{key}` is given twice; keep one")
}

pub(crate) fn expected_value(key: &str, form: &str) -> String {
    format!("`{key}` is written `{form}`")
}

pub(crate) fn flag_with_value(key: &str) -> String {
    format!("`{key}` stands alone; remove what is behind it")
}

pub(crate) const ATTEMPT_ABOVE_TOTAL: &str = "`attempt_timeout` is longer than `timeout`, which would end it; make it shorter, or leave it out";
pub(crate) const NO_ATTEMPTS: &str =
    "`max_attempts` is zero: nothing would be sent; `1` means no retries";

pub(crate) fn no_duration(text: &str) -> String {
    format!(
        "`{text}` is no duration; write a whole number and `h`, `m`, `s` or `ms`, as in `\"15m\"`"
    )
}

pub(crate) fn zero_time(key: &str) -> String {
    format!("`{key}` is zero: nothing can be done in that time; leave it out for the default")
}

// --- items ---

pub(crate) const CONNECTOR_MODULE_INLINE: &str = "`#[aws_connector]` needs the module's body here: write `mod name { … }` instead of `mod name;`";
pub(crate) const SHAPE_OUTSIDE: &str = "which service? write `#[aws_shape(service = \"…\")]`, or put the type into a module marked `#[aws_connector(service = \"…\")]`";
pub(crate) const SHAPE_GENERIC: &str = "a type marked `#[aws_shape]` has no lifetimes and no other parameters, since what is made here holds it; write `String` for `&str`";
pub(crate) const CFG_ON_FIELD: &str =
    "`#[cfg]` on a field is not supported by this version of aws-operation; put it on the struct";
const NEWER_SYNTAX: &str =
    "if the compiler reads it, the syntax is newer than this version of aws-operation";

/// Of what syn cannot parse. The compiler can, or has said so itself.
pub(crate) fn unreadable_item(error: &syn::Error) -> String {
    format!("this item cannot be read: {error}; {NEWER_SYNTAX}")
}

pub(crate) fn unreadable_field(error: &syn::Error) -> String {
    format!("this field cannot be read: {error}; {NEWER_SYNTAX}")
}

pub(crate) fn connector_not_on(found: &str) -> String {
    format!("`#[aws_connector]` goes on an inline module, `pub mod name {{ … }}`, not on {found}")
}

pub(crate) fn wrong_item(attribute: &str, found: &str) -> String {
    if attribute == "aws_operation" && found == "a module" {
        return "a module takes `#[aws_connector(service = \"…\")]`; `#[aws_operation]` goes on the structs in it".to_owned();
    }
    let items = match attribute {
        "aws_shape" => "a struct with named fields or on an enum",
        _ => "a struct with named fields or on a unit struct",
    };
    format!("`#[{attribute}]` goes on {items}, not on {found}")
}

pub(crate) fn newtype_enum(derive: &str) -> String {
    format!(
        "`#[derive({derive})]` goes on a struct around one value, not on an enum; `#[aws_shape]` lets an enum stand for an enum or a union of AWS's"
    )
}

pub(crate) fn newtype_of(derive: &str, found: &str) -> String {
    format!("`#[derive({derive})]` goes on a struct around one value, not on {found}")
}

pub(crate) fn newtype_several(derive: &str) -> String {
    format!(
        "`#[derive({derive})]` goes on a struct around one value; a struct with several fields stands for a structure: use `#[aws_shape]`, or mark the fields that do not count `#[aws(skip)]`"
    )
}

pub(crate) const CLIENT_CONFIG_OF_SHAPE: &str = "a client configuration belongs to a request, and this is a shape; `#[aws(skip)]` keeps a field off the wire";

pub(crate) const FIELD_ARGS: &str = "a field's attribute is written `#[aws(member = \"QueueUrl\")]`, `#[aws(default = 10)]`, `#[aws(with = path)]`, `#[aws(skip)]` or `#[aws(client_config)]`";

pub(crate) fn second_client_config(first: &str) -> String {
    format!(
        "a request has one client configuration, and `{first}` is it already; keep one of the two"
    )
}

pub(crate) fn conflicting_field_keys(one: &str, other: &str) -> String {
    format!("`{one}` and `{other}` exclude each other; keep one of the two")
}

// --- look-up ---

pub(crate) fn unknown_service(name: &str, names: &[&str]) -> String {
    let own = match nearest(name, names.iter().copied()) {
        Some(_) => "",
        None => "; one that AWS does not have needs `model = \"…\"`",
    };
    format!("unknown service `{name}`{}{own}", hint(name, names))
}

pub(crate) fn model_not_found(file: &str) -> String {
    format!(
        "there is no file `{file}`; a model's path begins in the folder of the crate's `Cargo.toml`"
    )
}

pub(crate) fn model_unreadable(file: &str, error: &std::io::Error) -> String {
    format!("the model `{file}` cannot be read: {error}")
}

pub(crate) fn model_not_text(file: &str) -> String {
    format!("the model `{file}` is not text in UTF-8")
}

pub(crate) fn model_wrong(file: &str, line: usize, what: &str) -> String {
    format!("{file}:{line}: {what}")
}

pub(crate) fn no_endpoint_rules(name: &str) -> String {
    format!(
        "there are no endpoint rules `{name}`; name a service of AWS's to take its rules, or write \
         `endpoint \"https://…\"`"
    )
}

pub(crate) fn model_of_several(file: &str, names: &[&str]) -> String {
    format!(
        "which service? the model `{file}` has {}; write `service = \"…\"`",
        listed(names)
    )
}

pub(crate) fn model_has_no(file: &str, name: &str, names: &[&str]) -> String {
    format!(
        "the model `{file}` has no service `{name}`{}",
        hint(name, names)
    )
}

pub(crate) fn unknown_operation(service: &str, name: &str, names: &[&str]) -> String {
    let hint = match hint(name, names) {
        none if none.is_empty() => {
            format!("; AWS's API reference of `{service}` lists what it has")
        }
        hint => hint,
    };
    format!("`{service}` has no operation `{name}`{hint}")
}

pub(crate) fn operation_not_in_name(
    service: &str,
    item: &str,
    guess: &str,
    names: &[&str],
) -> String {
    let hint = match nearest(guess, names.iter().copied()) {
        Some(near) => format!("; did you mean `operation = \"{near}\"`?"),
        None => format!("; write `operation = \"…\"`{}", hint(guess, names)),
    };
    format!("`{service}` has no operation `{guess}`, which is what the name `{item}` says{hint}")
}

pub(crate) fn protocol_unsupported(service: &str, protocol: &str) -> String {
    format!(
        "`{service}` speaks {protocol}, which is not supported by this version of aws-operation"
    )
}

pub(crate) fn unknown_protocol(name: &str, service: &str, offered: &[&str]) -> String {
    format!(
        "unknown protocol `{name}`; {}",
        match nearest(name, offered.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("`{service}` offers {}", listed(offered)),
        }
    )
}

pub(crate) fn protocol_not_offered(name: &str, service: &str, offered: &[&str]) -> String {
    format!("`{service}` offers {}, not `{name}`", listed(offered))
}

pub(crate) fn trait_unsupported(operation: &str, what: &str) -> String {
    format!("`{operation}` {what}, which is not supported by this version of aws-operation")
}

// --- members ---

pub(crate) fn unknown_member(place: &str, name: &str, names: &[&str]) -> String {
    let own = match nearest(name, names.iter().copied()) {
        Some(_) => "",
        None => "; a field of your own is marked `#[aws(skip)]`",
    };
    format!("`{place}` has no member `{name}`{}{own}", hint(name, names))
}

pub(crate) fn member_of_answer(place: &str, name: &str) -> String {
    format!("`{name}` is in the answer of `{place}`, not in its request; remove this field")
}

pub(crate) fn client_config_not_marked(place: &str, name: &str) -> String {
    format!("`{place}` has no member `{name}`; mark a client configuration `#[aws(client_config)]`")
}

pub(crate) fn required_member_skipped(place: &str, field: &str) -> String {
    format!("`{place}` needs `{field}`; remove its `skip`")
}

pub(crate) fn member_named_twice(place: &str, member: &str, first: &str) -> String {
    format!("the member `{member}` of `{place}` is `{first}` already; keep one of the two")
}

pub(crate) fn required_member_missing(place: &str, field: &str, ty: &str) -> String {
    format!("`{place}` needs `{field}`; add a field `{field}: {ty}`")
}

pub(crate) fn required_member_optional(place: &str, field: &str) -> String {
    format!("`{place}` needs `{field}`; take it out of the `Option`")
}

pub(crate) fn member_type(place: &str, member: &str, kind: &str) -> String {
    format!("`{place}` member `{member}` is {kind}; `{{Self}}` cannot stand for it")
}

pub(crate) fn member_type_note(derive: &str) -> String {
    format!(
        "a newtype of your own derives `aws_operation::{derive}`; a type of another crate takes `#[aws(with = path)]`"
    )
}

pub(crate) fn member_type_read(place: &str, member: &str, kind: &str) -> String {
    format!("`{place}` member `{member}` is {kind}; `{{Self}}` cannot be read from it")
}

// --- defaults ---

pub(crate) const DEFAULT_WITHOUT_VALUE: &str =
    "a request's default has a value, `default = 10`; it is sent when the field is `None`";
pub(crate) const DEFAULT_OF_OPTION: &str = "an `Option` is `None` when its member is absent; remove `default`, or take the type out of the `Option`";
pub(crate) const DEFAULT_NO_LITERAL: &str = "a default is a literal without a suffix: `default = 10`, `default = \"text\"`, `default = true`";

pub(crate) fn default_never_absent(place: &str, member: &str) -> String {
    format!(
        "`{place}` member `{member}` is always sent here, and the default never; put the field's type into an `Option`, or remove `default`"
    )
}

pub(crate) fn default_of_token(place: &str, member: &str) -> String {
    format!(
        "`{place}` member `{member}` is an idempotency token, which is new in each request; remove `default`, and `None` is filled with a random one"
    )
}

pub(crate) fn default_of_kind(place: &str, member: &str, kind: &str) -> String {
    format!(
        "`{place}` member `{member}` is {kind}; only strings, enums, numbers and booleans have defaults here"
    )
}

pub(crate) fn default_kind(place: &str, member: &str, kind: &str, found: &str) -> String {
    format!("`{place}` member `{member}` is {kind}; the default is {found}")
}

pub(crate) fn default_too_large(place: &str, member: &str, kind: &str, value: &str) -> String {
    format!("`{place}` member `{member}` is {kind}; the default `{value}` does not fit")
}

pub(crate) fn default_range(place: &str, member: &str, bounds: &str, value: &str) -> String {
    format!("`{place}` member `{member}` is {bounds}; the default is `{value}`")
}

pub(crate) fn default_length(place: &str, member: &str, bounds: &str, count: u64) -> String {
    format!("`{place}` member `{member}` has {bounds} characters; the default has {count}")
}

pub(crate) fn default_pattern(place: &str, member: &str, pattern: &str, value: &str) -> String {
    format!(
        "`{place}` member `{member}` follows the pattern `{pattern}`; the default `{value}` does not"
    )
}

pub(crate) fn default_no_value(place: &str, member: &str, value: &str, values: &[&str]) -> String {
    format!(
        "`{place}` member `{member}` has no value `{value}`{}",
        hint(value, values)
    )
}

/// What rustc says behind "use of deprecated …".
pub(crate) fn deprecated(what: &str, why: Option<&str>) -> String {
    match why {
        Some(why) => format!("AWS deprecated {what}: {why}"),
        None => format!("AWS deprecated {what}"),
    }
}

// --- answers ---

pub(crate) fn answer_of(operation: &str) -> String {
    format!("the answer of `{operation}`")
}

pub(crate) fn no_answer(operation: &str) -> String {
    format!("`{operation}` answers nothing; remove `response`")
}

pub(crate) fn selected_inside(name: &str, outer: &str) -> String {
    format!("`{name}` is inside of `{outer}`; write `{outer} {{ {name} }}`")
}

/// `place` has its backticks already.
pub(crate) fn unknown_selected(place: &str, name: &str, names: &[&str]) -> String {
    format!("{place} has no member `{name}`{}", hint(name, names))
}

pub(crate) fn nothing_to_select(name: &str, kind: &str) -> String {
    format!("`{name}` is {kind}, which has no members to choose from; remove the braces")
}

pub(crate) fn empty_selection(name: &str) -> String {
    format!("nothing of `{name}` is chosen; name a member between the braces, or remove them")
}

pub(crate) fn answer_type(operation: &str, shape: &str) -> String {
    format!("`{{Self}}` does not stand for `{shape}`, which is what `{operation}` answers")
}

pub(crate) fn answer_type_note(service: &str, shape: &str) -> String {
    format!(
        "mark it `#[aws_shape(service = \"{service}\", shape = \"{shape}\")]`, or `#[aws_shape]` inside the connector's module"
    )
}

// --- shapes ---

pub(crate) fn unknown_shape(service: &str, name: &str, names: &[&str]) -> String {
    let hint = match hint(name, names) {
        none if none.is_empty() => "; name one that it has, `shape = \"…\"`".to_owned(),
        hint => hint,
    };
    format!("`{service}` has no shape `{name}`{hint}")
}

pub(crate) fn shape_of_other_kind(service: &str, name: &str, kind: &str) -> String {
    format!(
        "the shape `{name}` of `{service}` is {kind}; a struct marked `#[aws_shape]` stands for a structure, an enum for an enum or a union"
    )
}

pub(crate) const NO_VARIANTS: &str =
    "an enum without variants stands for nothing; add one for each value or member that you want";

pub(crate) fn unknown_holds_text(value: Option<&str>) -> String {
    let meant = value.map(|value| format!(", or `#[aws(value = \"{value}\")]` for that value"));
    format!(
        "the variant for other values keeps them; write `Unknown(String)`{}",
        meant.unwrap_or_default()
    )
}

pub(crate) const UNKNOWN_HOLDS_NOTHING: &str =
    "the variant for other members cannot hold what nobody knows; write `Unknown`";

pub(crate) fn second_unknown(first: &str) -> String {
    format!("`{first}` stands for all that no other variant does; keep one of the two")
}

pub(crate) fn unknown_variant(place: &str, name: &str, names: &[&str]) -> String {
    format!("`{place}` has nothing called `{name}`{}", hint(name, names))
}

pub(crate) fn unknown_value(place: &str, value: &str, values: &[&str]) -> String {
    format!("`{place}` has no value `{value}`{}", hint(value, values))
}

pub(crate) fn variant_twice(place: &str, name: &str, first: &str) -> String {
    format!("`{name}` of `{place}` is `{first}` already; keep one of the two")
}

pub(crate) fn value_holds_nothing(name: &str) -> String {
    format!("a value of an enum holds nothing; write `{name}`, or mark it `#[aws(unknown)]`")
}

pub(crate) fn member_holds_one(name: &str) -> String {
    format!("a variant of a union holds one value; write `{name}(…)`")
}

pub(crate) fn member_of_enum(place: &str) -> String {
    format!("`{place}` is an enum and has values; write `value = \"…\"`")
}

pub(crate) fn value_of_union(place: &str) -> String {
    format!("`{place}` is a union and has members; write `member = \"…\"`")
}

pub(crate) fn shape_unused(service: &str, name: &str) -> String {
    format!(
        "no operation of this module reaches the shape `{name}` of `{service}`; remove `#[aws_shape]` or the type"
    )
}

pub(crate) fn default_of_sent_shape(service: &str, name: &str) -> String {
    format!(
        "the shape `{name}` of `{service}` is only sent here, and a field that is no `Option` always is; put its type into an `Option`, or remove `default`"
    )
}

pub(crate) fn shape_unreachable(service: &str, name: &str) -> String {
    format!("no operation of `{service}` reaches the shape `{name}`; remove `#[aws_shape]`")
}

pub(crate) fn shape_is_answer(service: &str, name: &str, item: &str) -> String {
    format!(
        "the shape `{name}` of `{service}` is the whole answer of an operation; write `response = {item}` at its request"
    )
}

pub(crate) fn shape_is_input(service: &str, name: &str) -> String {
    format!(
        "the shape `{name}` of `{service}` is the whole input of an operation; `#[aws_operation]` stands for that"
    )
}

pub(crate) fn name_taken(name: &str, what: &str) -> String {
    format!("`{name}` is the name that {what} gets here; rename this item")
}

pub(crate) fn shape_name_taken(name: &str, shape: &str) -> String {
    format!(
        "`{name}` is the name of the shape `{shape}`, which is made here; rename this item, or mark a struct `#[aws_shape]` to let it stand for the shape"
    )
}

pub(crate) fn function_twice(function: &str, first: &str) -> String {
    format!(
        "`{function}` is the function of `{first}` already; rename this struct, or write another `function = …`"
    )
}
