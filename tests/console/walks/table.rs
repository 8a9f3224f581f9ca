//! What a walk has left behind, as tables that can be read.

use adjacent::exercise::{Answer, Step};
use adjacent::graph::{Graph, Link, Thing};
use adjacent::record::{Delay, Direction, Due, Fact, Hands, Relation, Sign};

/// Things by name, then arrows by their ends, one a line.
pub(crate) fn graph(graph: &Graph) -> Vec<String> {
    let arrows = graph.links().map(|link| arrow(&link));
    let aside = graph.set_aside().map(|link| format!("set aside {}", arrow(&link)));
    graph.things().map(thing).chain(arrows).chain(aside).collect()
}

fn thing(thing: &Thing) -> String {
    let traits = [
        thing.status.map(|status| status.name().to_owned()),
        thing.want.map(|want| format!("want {}", want.name())),
        thing.scarce.then(|| "scarce".to_owned()),
        thing.outside.then(|| "outside".to_owned()),
    ];
    let traits: Vec<String> = traits.into_iter().flatten().map(|one| format!(" ({one})")).collect();
    format!("{} {}{}", thing.kind.name().to_lowercase(), thing.label, traits.concat())
}

fn arrow(link: &Link<'_>) -> String {
    let arrow = link.arrow;
    let marks = arrow.sign.mark().to_string().repeat(usize::from(arrow.strength.marks()));
    let relation = arrow.relation.name();
    let said = match (arrow.relation, arrow.sign) {
        (Relation::Affects, _) => marks,
        (_, Sign::Unknown) => relation.to_owned(),
        _ => format!("{relation} {marks}"),
    };
    let delay = match arrow.delay {
        Some(Delay::Later) => " later".to_owned(),
        Some(Delay::Days(days)) => format!(" {days}d"),
        None => String::new(),
    };
    format!("{} -> {} : {said}{delay}", link.from.label, link.to.label)
}

/// What is neither thing nor arrow, nor the running of the session.
pub(crate) fn fact(fact: &Fact) -> Option<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    Some(match fact {
        Fact::Answered { text } => format!("answered {text}"),
        Fact::Asked { text } => format!("asked {text}"),
        Fact::Parked { text } => format!("parked {text}"),
        Fact::Committed { text: promise, who, due: day, about, .. } => {
            format!("promised {promise} | {} | {} | {}", text(who), day.map_or("-".to_owned(), due), text(about))
        }
        Fact::Observed { label, direction, words } => {
            let way = match direction {
                Direction::Up => "up",
                Direction::Down => "down",
                Direction::Flat => "flat",
            };
            format!("observed {label} {way} | {}", text(words))
        }
        Fact::Watched { label, level, first, acts } => {
            format!("watched {label} | {} | {} first | {} acts", text(level), text(first), text(acts))
        }
        Fact::Ruled { label, slot, text } => format!("ruled {label} {} | {text}", slot.name()),
        Fact::Voted { ballot, hands } => {
            format!("voted {ballot} | {}", hands.iter().map(hand).collect::<Vec<_>>().join(", "))
        }
        Fact::Ranked { ballot, order } => format!("ranked {ballot} | {}", order.join(", ")),
        Fact::Rated { item, scale, value } => format!("rated {item} | {} {value}", text(scale)),
        Fact::Decided { about, before, verdict, after, who } => {
            let rest = [text(after), format!("before {}", text(before)), format!("by {}", text(who))].join(" | ");
            format!("decided {about} | {} | {rest}", verdict.name())
        }
        Fact::Settled { session, seq, outcome, due: day, words } => {
            let rest = [day.map_or("-".to_owned(), due), text(words)].join(" | ");
            format!("settled {}#{seq} {} | {rest}", session.as_deref().unwrap_or_default(), outcome.name())
        }
        Fact::Revealed { texts } => format!("shown together {}", texts.join(" / ")),
        Fact::Turned { to } => format!("turned to {to}"),
        Fact::Stanced(stance) => format!("{:?} to {} -> {}", stance.position, stance.from, stance.to).to_lowercase(),
        Fact::Scrapped { reason } => format!("not read: {reason}"),
        _ => return None,
    })
}

fn hand(hands: &Hands) -> String {
    format!("{} {}", hands.option, hands.count)
}

fn due(due: Due) -> String {
    match due {
        Due::On(day) => day.to_string(),
        Due::In(days) => format!("in {days}d"),
    }
}

/// Whether a step makes something else of a line than a sentence.
pub(crate) fn asks_for_more(step: &Step) -> bool {
    step.bare.is_some() || step.answer != Answer::Text
}
