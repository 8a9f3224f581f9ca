use std::borrow::Cow;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::graph::{Arrow, Link, Observation, Tally, Thing};
use crate::record::text::clean;
use crate::record::{Basis, Delay, Direction, Kind, Relation, Sign, Strength, Want};

/// An arrow as one would say it after the name of its start: "less Handle time, clearly, after about a week (seen)".
pub(super) fn said_of(link: Link<'_>) -> String {
    let arrow = link.arrow;
    let mut said = leads_to(link);
    said.push_str(strength(arrow.strength));
    if let Some(delay) = arrow.delay {
        said.push_str(", ");
        said.push_str(&after(delay));
    }
    if arrow.is_disputed() {
        said.push_str(" - they disagree: ");
        said.push_str(&sides(arrow));
    } else {
        said.push_str(basis(arrow.basis));
    }
    if arrow.stale {
        said.push_str(" - not said again for half a year");
    }
    said
}

fn leads_to(link: Link<'_>) -> String {
    let to = clean(&link.to.label);
    let amount = match link.arrow.sign {
        Sign::Plus => "more ",
        Sign::Minus => "less ",
        Sign::Unknown | Sign::NoEffect => "",
    };
    match link.arrow.relation {
        Relation::Affects if !amount.is_empty() => format!("{amount}{to}"),
        Relation::Affects if link.arrow.is_disputed() => format!("touches {to}"),
        Relation::Affects => format!("touches {to}, nobody has said which way"),
        Relation::Feeds if link.arrow.sign == Sign::Minus => format!("supplies less {to}"),
        Relation::Feeds => format!("supplies {to}"),
        Relation::Needs => format!("needs {to}"),
        Relation::Rewards => format!("pays for {amount}{to}"),
        Relation::Aims if link.to.kind == Kind::Purpose => format!("is meant for {to}"),
        Relation::Aims if amount.is_empty() => format!("is meant to move {to}"),
        Relation::Aims => format!("is meant to bring {amount}{to}"),
        Relation::Voices => format!("speaks for {to}"),
        Relation::Owns if link.to.kind == Kind::Voice => format!("says: {to}"),
        Relation::Owns => format!("answers for {to}"),
        Relation::In => format!("is part of {to}"),
        Relation::Covers => format!("{} {to}", covering(link.from.kind)),
        Relation::Builds => format!("builds on {to}"),
    }
}

const fn covering(kind: Kind) -> &'static str {
    match kind {
        Kind::Incentive => "applies to",
        Kind::Forum => "includes",
        Kind::Voice => "is about",
        Kind::Purpose => "answers",
        _ => "covers",
    }
}

const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Some => "",
        Strength::Clear => ", clearly",
        Strength::Dominant => ", above all",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Guess => " (a guess)",
        Basis::Told => "",
        Basis::Seen => " (seen)",
    }
}

/// The sides people take on an arrow, as counts: "2 say more, 1 says no such effect".
pub(super) fn sides(arrow: &Arrow) -> String {
    let Tally { plus, minus, none, unsure } = arrow.tally;
    let so = if arrow.relation.carries_sign() { "more" } else { "so" };
    let mut sides = Vec::new();
    for (people, what) in [(plus, so), (minus, "less"), (none, "no such effect")] {
        match people {
            0 => {}
            1 => sides.push(format!("1 says {what}")),
            _ => sides.push(format!("{people} say {what}")),
        }
    }
    if unsure > 0 {
        sides.push(format!("{unsure} cannot tell"));
    }
    if sides.is_empty() {
        return "said only on behalf of somebody absent".into();
    }
    sides.join(", ")
}

/// A delay in words, never in days: "after about a quarter".
pub(super) fn after(delay: Delay) -> Cow<'static, str> {
    let days = match delay {
        Delay::Later => return "later".into(),
        Delay::Days(days) => days,
    };
    let about = match days {
        0 => return "at once".into(),
        1..=5 => return "after a few days".into(),
        6..=10 => "a week",
        11..=17 => "two weeks",
        18..=24 => "three weeks",
        25..=45 => "a month",
        46..=75 => "two months",
        76..=135 => "a quarter",
        136..=270 => "half a year",
        271..=545 => "a year",
        _ => return format!("after about {} years", (u64::from(days) + 182) / 365).into(),
    };
    format!("after about {about}").into()
}

/// The sign as it is typed; none where nobody said, people disagree, or it means nothing.
pub(super) const fn marks(sign: Sign) -> Option<&'static str> {
    match sign {
        Sign::Plus => Some("+"),
        Sign::Minus => Some("-"),
        Sign::Unknown | Sign::NoEffect => None,
    }
}

/// What was said about a thing itself: how far along it is, which way is good, what was seen.
pub(super) fn state_words(thing: &Thing) -> Vec<String> {
    let mut about = Vec::new();
    about.extend(thing.status.map(|status| status.name().to_owned()));
    about.extend(thing.want.map(|want| wanted(want).to_owned()));
    about.extend(thing.started.map(|day| format!("from {day}")));
    about.extend(thing.scarce.then(|| "scarce".to_owned()));
    about.extend(thing.outside.then(|| "outside".to_owned()));
    about.extend(thing.observations.iter().map(observed));
    about
}

fn observed(seen: &Observation) -> String {
    let way = match seen.direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Flat => "staying",
    };
    match &seen.words {
        Some(words) => format!("seen {way} {}", clean(words)),
        None => format!("seen {way}"),
    }
}

/// The day of a moment in milliseconds since 1970: "20 November 2026".
pub(super) fn day(time: i64) -> String {
    let day = |moment: Timestamp| moment.to_zoned(TimeZone::UTC).strftime("%-d %B %Y").to_string();
    Timestamp::from_millisecond(time).map_or_else(|_| String::new(), day)
}

/// Which way is good.
const fn wanted(want: Want) -> &'static str {
    match want {
        Want::Up => "more is better",
        Want::Down => "less is better",
        Want::Steady => "steady is better",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delay_is_said_in_words_and_never_in_days() {
        for (days, words) in [
            (0, "at once"),
            (1, "after a few days"),
            (7, "after about a week"),
            (14, "after about two weeks"),
            (30, "after about a month"),
            (91, "after about a quarter"),
            (182, "after about half a year"),
            (365, "after about a year"),
            (730, "after about 2 years"),
            (u32::MAX, "after about 11767034 years"),
        ] {
            assert_eq!(after(Delay::Days(days)), words, "{days}");
        }
        assert_eq!(after(Delay::Later), "later");
    }
}
