use jiff::civil::Date;

use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::template::QuestionTemplate;
use crate::graph::{Key, Link};
use crate::record::day::after;
use crate::record::english::amount;
use crate::record::{Due, Matter, Session, Sign};

/// 40. A promise that is overdue, or a predicted effect that should have shown.
pub(super) const OVERDUE: QuestionTemplate = QuestionTemplate::of(40, overdue)
    .weight(8)
    .steps(&["look.2", "look.3", "close.4"])
    .ask("We said {what} by {date}. What happened instead?")
    .elsewhere("We said {what} by {date}. Who could tell us what happened instead?")
    .carry("Ask {party}: we said {what} by {date}; what happened instead?");

fn overdue(sight: &Sight<'_>) -> Vec<Occasion> {
    let Some(today) = sight.scene.today else { return Vec::new() };
    let promised = sight.scene.matters.iter().filter_map(|matter| promise(sight, matter, today));
    let foreseen = sight.scene.graph.links().filter_map(|link| prediction(&link, today));
    promised.chain(foreseen).collect()
}

fn promise(sight: &Sight<'_>, matter: &Matter, today: Date) -> Option<Occasion> {
    let due = day(sight.scene.session, matter).filter(|due| *due < today)?;
    let about = matter.about.as_deref().and_then(|label| sight.units.key(label));
    // A promise about no thing has its own text as its subject.
    let about = about.or_else(|| Key::of(&matter.text))?;
    let unit = matter.who.as_deref().and_then(|who| unit_of(sight, who));
    let because = "A promise was due by then, and nobody has said yet what became of it.".to_owned();
    let words = matter.text.trim_end_matches(['.', ' ']);
    let occasion = Occasion::about([&about], because).asking(unit.as_ref());
    (matter.is_promise() && matter.is_open()).then(|| occasion.with("what", words).with("date", said(due)))
}

/// Returns the due day of a promise. A due date may count from the day of its session.
fn day(session: &Session, matter: &Matter) -> Option<Date> {
    match matter.due? {
        Due::On(date) => Some(date),
        Due::In(days) => {
            let here = matter.session == session.header().id;
            let opened = if here { Some(session.day()) } else { opened(&matter.session) };
            Some(after(opened?, days))
        }
    }
}

/// Returns the day with which the id of a session begins.
fn opened(id: &str) -> Option<Date> {
    id.get(..10)?.parse().ok()
}

/// Returns the unit of the person who made a promise, if the person is in this session.
fn unit_of(sight: &Sight<'_>, who: &str) -> Option<Key> {
    let person = sight.scene.session.person(who);
    sight.units.of_party(person.and_then(|person| person.party.as_deref())?)
}

/// Makes an occasion about an effect that should have shown by now, if its end was not observed since it was said.
fn prediction(link: &Link<'_>, today: Date) -> Option<Occasion> {
    let less = match link.arrow.effect() {
        Sign::Plus => false,
        Sign::Minus => true,
        Sign::Unknown | Sign::NoEffect => return None,
    };
    let (days, said_at) = (link.arrow.delay?.days(), link.arrow.affirmed?);
    let seen = link.to.observations.last().is_some_and(|seen| seen.time >= said_at);
    let due = after(link.arrow.affirmed_on()?, days);
    if seen || days == 0 || due > today {
        return None;
    }
    let (a, b) = (&link.from.label, &link.to.label);
    let what = format!("{} would mean {}", amount(false, a), amount(less, b));
    let because = format!("{a} to {b} should have shown by now, and nobody has said yet what was seen.");
    let occasion = Occasion::about([&link.from.key, &link.to.key], because).weighing(&link.to.key);
    Some(occasion.asking(link.to.unit.as_ref()).with("what", what).with("date", said(due)))
}

fn said(date: Date) -> String {
    date.strftime("%-d %B").to_string()
}
