//! What would come in, as JSON.

use serde_json::{Map, Value, json};

use super::preview::{role_name, sign_name};
use crate::import::{EditionPart, PartChange};
use crate::record::Fact;
use crate::shell::importing::{ImportDraft, ImportSource, WrittenImport};

/// Returns all that would come in, part by part, and what was written if anything was.
pub(super) fn draft_json(draft: &ImportDraft, source: &ImportSource, written: Option<&WrittenImport>) -> Value {
    let counts = draft.counts();
    let signs = counts.signs.iter().map(|(sign, count)| (sign_name(*sign).to_owned(), json!(count)));
    let things = counts.things.iter().map(|(kind, count)| (kind.name().to_owned(), json!(count)));
    let arrows = counts.arrows.iter().map(|(relation, count)| (relation.name().to_owned(), json!(count)));
    json!({
        "format": draft.format.name,
        "files": draft.files(),
        "title": draft.title,
        "mapping": Some(&draft.mapping.title).filter(|title| !title.is_empty()),
        "columns": columns_json(draft, source),
        "earlier": draft.earlier.as_ref().map(|earlier| earlier.id.as_str()),
        "counts": {
            "things": counts.all_things(),
            "arrows": counts.all_arrows(),
            "people": draft.map.people.len(),
            "things_by_kind": things.collect::<Map<_, _>>(),
            "arrows_by_relation": arrows.collect::<Map<_, _>>(),
            "signs": signs.collect::<Map<_, _>>(),
            "new": counts.new,
            "changed": counts.changed,
            "back": counts.back,
            "gone": counts.gone,
            "taken_back": counts.taken_back,
            "unchanged": counts.unchanged,
        },
        "parts": draft.edition.parts.iter().map(|part| part_json(draft, part)).collect::<Vec<_>>(),
        "remarks": draft.remarks().map(|remark| json!({
            "place": remark.place.to_string(),
            "sort": remark.sort.name(),
            "says": remark.says,
        })).collect::<Vec<_>>(),
        "written": written.map(|written| json!({
            "session": written.id.as_str(),
            "file": written.path.display().to_string(),
            "new": written.is_new,
            "events": written.events,
        })),
    })
}

/// Returns the columns of a table, each with what it is taken for; `null` for one that is left out.
fn columns_json(draft: &ImportDraft, source: &ImportSource) -> Vec<Value> {
    let columns = draft.tables(source).into_iter().flat_map(|table| table.headings);
    let told = columns
        .map(|column| json!({ "heading": column.heading, "nth": column.nth, "role": column.role.map(role_name) }));
    told.collect()
}

fn part_json(draft: &ImportDraft, part: &EditionPart) -> Value {
    let things = part.facts.iter().filter_map(|fact| match fact {
        Fact::Named { label, kind } => Some(json!({ "label": label, "kind": kind.name() })),
        _ => None,
    });
    let arrows = part.facts.iter().filter_map(|fact| match fact {
        Fact::Claimed(claim) => Some(json!({
            "from": claim.from,
            "to": claim.to,
            "relation": claim.kind.name(),
            "sign": sign_name(claim.sign),
        })),
        _ => None,
    });
    let is_changed = matches!(part.change, PartChange::Changed { .. } | PartChange::CameBack { changed: Some(_), .. });
    json!({
        "key": part.key,
        "place": part.place.as_ref().map(ToString::to_string),
        "change": change_name(part.change),
        "things": things.collect::<Vec<_>>(),
        "arrows": arrows.collect::<Vec<_>>(),
        "differences": if is_changed { draft.edition.differences(part) } else { Vec::new() },
    })
}

const fn change_name(change: PartChange) -> &'static str {
    match change {
        PartChange::New => "new",
        PartChange::Changed { .. } => "changed",
        PartChange::CameBack { .. } => "back",
        PartChange::Unchanged { .. } => "unchanged",
        PartChange::TakenBack => "taken back",
        PartChange::Gone { .. } => "gone",
    }
}
