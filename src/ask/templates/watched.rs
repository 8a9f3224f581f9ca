use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::AMOUNT;
use crate::ask::template::QuestionTemplate;
use crate::graph::Thing;

/// 43. A watched thing that crossed the level at which somebody said they would act.
pub(super) const CROSSED: QuestionTemplate = QuestionTemplate::of(43, crossed)
    .slots(&[("t", AMOUNT)])
    .weight(10)
    .steps(&["look.2", "look.3", "emerge.4", "close.4"])
    .ask("What did {who} do when {t} {crossed}?")
    .elsewhere("Who could tell us what {who} did when {t} {crossed}?")
    .carry("Ask {party}: what did {who} do when {t} {crossed}?");

fn crossed(sight: &Sight<'_>) -> Vec<Occasion> {
    sight.scene.graph.things().filter_map(|thing| occasion(sight, thing)).collect()
}

/// Returns the occasion to ask about a thing. A question names units, never people.
fn occasion(sight: &Sight<'_>, thing: &Thing) -> Option<Occasion> {
    let watch = thing.watch.as_ref()?;
    let (value, level) = (watch.crossed.as_ref()?, watch.level.as_ref()?);
    let unit = watch.unit.as_deref().and_then(|unit| sight.units.key(unit));
    let who = watch.unit.as_deref().unwrap_or("whoever was to act");
    let because = format!(
        "{} is watched: {level}. It was at {} since, and nobody has said what was done.",
        thing.label, value.value
    );
    let occasion = Occasion::about([&thing.key], because).asking(unit.as_ref().or(thing.unit.as_ref()));
    Some(occasion.with("who", who).with("t", &thing.label).with("crossed", in_words(level, &value.value)))
}

/// Says that a level was crossed: "fell below 70", "was at 62 (when it is bad)".
fn in_words(level: &str, value: &str) -> String {
    let begins = |words: &[&str]| words.iter().any(|word| level.trim_start().starts_with(word));
    let level = level.trim();
    if begins(&["below", "under", "less than", "fewer than", "lower than"]) {
        format!("fell {level}")
    } else if begins(&["above", "over", "more than", "greater than", "higher than"]) {
        format!("rose {level}")
    } else {
        format!("was at {value} ({level})")
    }
}
