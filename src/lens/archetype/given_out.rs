use crate::graph::Thing;
use crate::record::Kind;
use crate::record::english::head_word;

/// Nouns for what somebody gives out, to one or to another.
const GIVEN_OUT: [&str; 26] = [
    "access",
    "allocation",
    "attention",
    "bandwidth",
    "beds",
    "budget",
    "budgets",
    "cash",
    "credit",
    "engineers",
    "funding",
    "funds",
    "hours",
    "licences",
    "licenses",
    "money",
    "places",
    "priority",
    "resources",
    "rooms",
    "seats",
    "slots",
    "sponsorship",
    "staff",
    "staffing",
    "time",
];

/// Nouns before the last one that make a time none that is given out: nobody gives out waiting time.
const MEASURED: [&str; 10] =
    ["cycle", "delay", "handle", "lead", "processing", "reply", "response", "turnaround", "waiting", "wait"];

/// Whether somebody can give out a thing: it is a resource, a party that somebody named, scarce, or its name says so.
pub(super) fn is_given_out(thing: &Thing) -> bool {
    let named = || {
        let key = thing.label.to_lowercase();
        let measured = key.split_whitespace().any(|word| MEASURED.contains(&word));
        !measured && head_word(&thing.label).is_some_and(|head| GIVEN_OUT.contains(&head.as_str()))
    };
    match thing.kind {
        Kind::Resource => true,
        Kind::Party => thing.is_read_surely(),
        Kind::Factor | Kind::Unknown => thing.scarce || named(),
        _ => thing.scarce,
    }
}
