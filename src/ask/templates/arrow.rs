use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{AMOUNT, ANYTHING, PARTY};
use crate::ask::template::QuestionTemplate;
use crate::graph::{Key, Link, Thing};
use crate::lens::Lens;
use crate::record::english::{amount, less_of_it};
use crate::record::{Basis, Relation, Sign};

/// 12. An effect whose sign nobody has said.
pub(super) const WITHOUT_SIGN: QuestionTemplate = QuestionTemplate::of(12, without_sign)
    .slots(&[("a", AMOUNT), ("b", AMOUNT)])
    .weight(6)
    .quick()
    .steps(&["draw.5", "next.2", "next.3", "next.4", "lever.1"])
    .ask("{a:Does} {a} mean {b}, or {less}?")
    .elsewhere("Who could tell us whether {a} means {b}, or {less}?");

fn without_sign(sight: &Sight<'_>) -> Vec<Occasion> {
    let files_tell_signs = sight.scene.graph.imports_tell_signs();
    let open = |link: &Link<'_>| {
        let effect = matches!(link.arrow.relation, Relation::Affects | Relation::Rewards);
        let asks = files_tell_signs || !link.arrow.is_imported();
        effect && asks && link.arrow.sign == Sign::Unknown && !link.arrow.is_disputed()
    };
    let asked = sight.scene.graph.links().filter(open);
    let why = |link: &Link<'_>| {
        let who = if link.arrow.is_imported() { "the imported map says" } else { "somebody said" };
        format!("{}: {who} that the one moves the other, and not whether up or down.", ends(link))
    };
    asked.map(|link| signed(of(&link, why(&link)).asking(either_side(&link)), link.from, link.to)).collect()
}

/// Fills the blanks of a question for the sign of an arrow.
pub(super) fn signed(occasion: Occasion, a: &Thing, b: &Thing) -> Occasion {
    let occasion = occasion.words_of("a", a, amount(false, &a.label)).words_of("b", b, amount(false, &b.label));
    occasion.with("less", less_of_it(&b.label))
}

/// 18. An effect from one unit on another, told by only one of the two units.
pub(super) const TOLD_FROM_ONE_SIDE: QuestionTemplate = QuestionTemplate::of(18, told_from_one_side)
    .slots(&[("p", PARTY), ("q", PARTY), ("a", AMOUNT), ("effect", AMOUNT)])
    .weight(9)
    .only()
    .steps(&["next.3", "bound"])
    .ask("{q}, {p} {p:says}: {a}, {effect}. Right, nearly, or no?")
    .carry("Ask {party}: {p} {p:says} {a} means {effect}; is that right, nearly, or no?");

fn told_from_one_side(sight: &Sight<'_>) -> Vec<Occasion> {
    sight.scene.graph.links().filter_map(|link| one_sided(sight, &link)).collect()
}

fn one_sided(sight: &Sight<'_>, link: &Link<'_>) -> Option<Occasion> {
    let less = match link.arrow.effect() {
        Sign::Plus => false,
        Sign::Minus => true,
        Sign::Unknown | Sign::NoEffect => return None,
    };
    let (from, to) = (link.from.unit.as_ref()?, link.to.unit.as_ref()?);
    let heard = &link.arrow.heard_from;
    let (told, asked): (&Key, &Key) = match (heard.contains(from), heard.contains(to)) {
        _ if from == to => return None,
        (true, false) => (from, to),
        (false, true) => (to, from),
        _ => return None,
    };
    let graph = sight.scene.graph;
    let own = |less: bool, label: &str| format!("{} of your {label}", if less { "less" } else { "more" });
    let (a, b) = (&link.from.label, &link.to.label);
    let (a, effect) = if asked == from { (own(false, a), amount(less, b)) } else { (amount(false, a), own(less, b)) };
    let (teller, hearer) = (graph.thing(told)?, graph.thing(asked)?);
    let because =
        format!("{} leads from one team into another, and only {} said so yet.", ends(link), teller.with("has"));
    let occasion = of(link, because).asking(Some(asked));
    let occasion = occasion.thing("p", teller).thing("q", hearer).words_of("a", link.from, a);
    Some(occasion.words_of("effect", link.to, effect))
}

/// 34. An arrow that people who know the work see in opposite ways.
pub(super) const DISPUTED: QuestionTemplate = QuestionTemplate::of(34, disputed)
    .slots(&[("a", ANYTHING), ("b", ANYTHING)])
    .weight(10)
    .steps(&["draw.5", "next", "bound", "folio.3", "lever.1", "look.5"])
    .ask("{a} to {b}: what has each of you seen that the other hasn't?")
    .elsewhere("{a} to {b} is seen in more than one way. Who could tell us what they have seen?")
    .carry("Ask {party}: what have you seen of {a} to {b} that I haven't?");

fn disputed(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::DISPUTE, None).filter_map(|finding| {
        let [a, b] = sight.things(finding)?;
        let because = format!("People who know the work see {} to {} in different ways.", a.label, b.label);
        let occasion = Occasion::about([&a.key, &b.key], because).weighing(&b.key);
        Some(occasion.thing("a", a).thing("b", b))
    });
    asked.collect()
}

/// 35. An arrow that rests on the guess of one person, and whose effect reaches far.
pub(super) const HANGS_ON_A_GUESS: QuestionTemplate = QuestionTemplate::of(35, hangs_on_a_guess)
    .slots(&[("a", ANYTHING), ("b", ANYTHING)])
    .weight(7)
    .steps(&["next.6", "decide.1", "look.5", "close.2"])
    .ask("Much hangs on {a} to {b}, and it's a guess. Who could tell us by Friday?")
    .elsewhere("Much hangs on {a} to {b}, and it's a guess. Who could tell us by Friday?")
    .carry("Ask {party}: much hangs on {a} to {b}, and it's a guess; what have you seen?");

fn hangs_on_a_guess(sight: &Sight<'_>) -> Vec<Occasion> {
    let far = |link: &Link<'_>| sight.place(&link.to.key).is_some_and(|place| sight.reaches_far(place));
    let guess = |link: &Link<'_>| {
        let effect = matches!(link.arrow.effect(), Sign::Plus | Sign::Minus);
        effect && link.arrow.supporters == 1 && link.arrow.basis == Basis::Guess
    };
    let asked = sight.scene.graph.links().filter(guess).filter(far);
    let why = "much lies behind this arrow, and it rests on one guess";
    asked.map(|link| of(&link, format!("{}: {why}.", ends(&link))).asking(either_side(&link))).collect()
}

/// Returns the unit at the start of an arrow, else the unit at its end.
const fn either_side<'a>(link: &Link<'a>) -> Option<&'a Key> {
    match &link.from.unit {
        Some(unit) => Some(unit),
        None => link.to.unit.as_ref(),
    }
}

fn ends(link: &Link<'_>) -> String {
    format!("{} to {}", link.from.label, link.to.label)
}

/// Makes an occasion about an arrow; its reach is that of the end of the arrow.
fn of(link: &Link<'_>, because: String) -> Occasion {
    let occasion = Occasion::about([&link.from.key, &link.to.key], because).weighing(&link.to.key);
    occasion.thing("a", link.from).thing("b", link.to)
}
