use serde_json::{Map, Value, json};

use crate::graph::{Centrality, Graph, GroupName, Key, RoomCover, SignCount, ThingGroups};
use crate::lens::{Field, MapHealth, Missing, WholeMap, blocked, called, overview};

/// How a map stands, as JSON: what is said (`sections`), and the numbers behind it.
///
/// `central` holds every measure with the value of each thing and its highest values, ties together; `room` the units that
/// reach most; `blocked` the path of needs of each pilot that does not move; `orphans` what is joined to nothing.
pub fn health_json(graph: &Graph) -> String {
    let map = WholeMap::of(graph);
    let sections: Vec<Value> =
        overview(&map)
            .into_iter()
            .map(|section| {
                let lines = section.lines.into_iter();
                let lines = lines.map(|line| json!({
                "says": line.says, "could": line.could, "filter": line.filter, "things": labels(graph, &line.things)
            }));
                json!({ "heading": section.heading, "lines": lines.collect::<Vec<_>>() })
            })
            .collect();
    let orphans: Vec<&str> = graph.orphans().map(|thing| thing.label.as_str()).collect();
    let health = json!({
        "sections": sections,
        "counts": counts(graph, map.health()),
        "central": central(&map),
        "room": room(graph),
        "blocked": held_up(&map.field),
        "orphans": orphans,
    });
    format!("{health:#}\n")
}

fn labels<'g>(graph: &'g Graph, keys: impl IntoIterator<Item = &'g Key>) -> Vec<&'g str> {
    keys.into_iter().map(|key| graph.label(key)).collect()
}

fn counts(graph: &Graph, health: &MapHealth) -> Value {
    let [guess, told, seen, imported] = health.bases;
    json!({
        "arrows": health.arrows,
        "guess": guess,
        "told": told,
        "seen": seen,
        "imported": imported,
        "heard": labels(graph, &health.heard),
        "not_heard": labels(graph, &health.unheard),
        "without_sign": health.unsigned,
        "dead_ends": labels(graph, &health.dead_ends),
        "unsupplied": labels(graph, &health.unsupplied),
        "disputed": health.disputes.len(),
        "stale": health.stale.len(),
        "gone": health.gone,
        "loops": {
            "reinforcing": health.loops.reinforcing,
            "balancing": health.loops.balancing,
            "open": health.loops.open,
            "cut": health.loops.cut,
        },
    })
}

fn central(map: &WholeMap<'_>) -> Value {
    let central = map.central();
    let things: Vec<&str> = map.graph().things().map(|thing| thing.label.as_str()).collect();
    let measures = Centrality::ALL.into_iter().map(|measure| {
        let values: Map<String, Value> = things
            .iter()
            .zip(central.values(measure))
            .map(|(label, value)| ((*label).to_owned(), json!(value)))
            .collect();
        let ranks = central.ranks(measure, 3).into_iter().map(|rank| {
            let named: Vec<&&str> = rank.things.iter().filter_map(|at| things.get(*at)).collect();
            json!({ "value": rank.value, "things": named })
        });
        (measure.name().to_owned(), json!({ "values": values, "highest": ranks.collect::<Vec<_>>() }))
    });
    Value::Object(measures.collect())
}

fn room(graph: &Graph) -> Value {
    let cover = RoomCover::of(graph);
    let units = cover.units.iter();
    let units =
        units.map(|(unit, adds)| json!({ "unit": graph.label(unit), "adds": adds, "present": graph.is_present(unit) }));
    json!({
        "units": units.collect::<Vec<_>>(),
        "steps": RoomCover::STEPS,
        "reached": cover.reached,
        "reachable": cover.reachable,
        "things": cover.things,
    })
}

fn held_up(field: &Field<'_>) -> Vec<Value> {
    let found = blocked(field).into_iter().map(|found| {
        let path: Vec<&str> = found.path.iter().map(|step| step.thing.label.as_str()).collect();
        json!({ "pilot": found.pilot.label, "path": path, "missing": found.missing.map(Missing::name) })
    });
    found.collect()
}

/// What belongs together, as JSON.
pub fn groups_json(graph: &Graph) -> String {
    let found = ThingGroups::of(graph);
    let groups = found.groups.iter().map(|group| {
        let shares = match group.name {
            GroupName::Unit(_) => "unit",
            GroupName::Word(_) => "word",
            GroupName::Around(_) => "busiest",
        };
        json!({
            "name": called(graph, &group.name),
            "named_by": shares,
            "things": labels(graph, &group.things),
            "inside": signs(group.inside),
            "to_others": signs(group.across),
        })
    });
    let groups = json!({
        "groups": groups.collect::<Vec<_>>(),
        "alone": labels(graph, &found.alone),
        "modularity": found.modularity,
    });
    format!("{groups:#}\n")
}

fn signs(count: SignCount) -> Value {
    let SignCount { plus, minus, disputed, unsigned } = count;
    json!({ "plus": plus, "minus": minus, "disputed": disputed, "unsigned": unsigned })
}
