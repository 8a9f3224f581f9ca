use super::line::OverviewLine;
use super::names::{arrow, names};
use super::whole_map::WholeMap;
use crate::graph::{Graph, Key};
use crate::lens::health::{LoopCount, MapHealth};
use crate::record::english::{counted, counted_or_no, listed};
use crate::record::spoken::capitalised;

/// Tells in six sentences how a map stands; in none if it has no arrow.
pub(super) fn lines(map: &WholeMap<'_>) -> Vec<OverviewLine> {
    let (graph, health) = (map.graph(), map.health());
    if health.arrows == 0 {
        return Vec::new();
    }
    vec![
        guesses(graph, health),
        heard(graph, health),
        open_ends(graph, health),
        disputes(graph, health),
        stale(graph, health),
        loops(graph, &health.loops),
    ]
}

fn both((from, to): &(Key, Key)) -> [Key; 2] {
    [from.clone(), to.clone()]
}

fn guesses(graph: &Graph, health: &MapHealth) -> OverviewLine {
    let [guessed, told, seen, imported] = health.bases;
    let mut parts = vec![counted_or_no(guessed, "is a guess", "are guesses").replace("no is", "none is")];
    parts.push(format!("{told} {}", if told == 1 { "was told" } else { "were told" }));
    parts.push(format!("{seen} {}", if seen == 1 { "was seen" } else { "were seen" }));
    if imported > 0 {
        parts.push(format!("{imported} only a file states"));
    }
    let line =
        OverviewLine::new(format!("Of {}, {}.", counted(health.arrows, "arrow", "arrows"), listed(&parts, "and")));
    match &health.guess {
        Some(guess) => line
            .could(format!("Ask who has seen it. Most hangs on {}.", arrow(graph, guess)))
            .shown_by("is:guess")
            .naming(both(guess)),
        None if guessed > 0 => line.could("Ask who has seen it.").shown_by("is:guess"),
        None if imported > 0 => line.could("Ask somebody who knows whether the file is right.").shown_by("is:imported"),
        None => line,
    }
}

fn heard(graph: &Graph, health: &MapHealth) -> OverviewLine {
    let heard = match health.heard.len() {
        0 => "Nobody of a named team has said anything about an arrow yet".to_owned(),
        count => {
            format!("People of {} said something: {}", counted(count, "team", "teams"), names(graph, &health.heard))
        }
    };
    if health.unheard.is_empty() {
        return OverviewLine::new(format!("{heard}."));
    }
    let unheard = names(graph, &health.unheard);
    OverviewLine::new(format!("{heard}. On the map, and not heard so far: {unheard}."))
        .could("Invite them, or carry a question to them: what is missing here?")
        .naming(health.unheard.iter().cloned())
}

fn open_ends(graph: &Graph, health: &MapHealth) -> OverviewLine {
    let mut parts = Vec::new();
    if !health.dead_ends.is_empty() {
        parts.push(counted(health.dead_ends.len(), "measure leads nowhere", "measures lead nowhere"));
    }
    if !health.unsupplied.is_empty() {
        parts.push(counted(
            health.unsupplied.len(),
            "thing that is needed comes from nobody",
            "things that are needed come from nobody",
        ));
    }
    if health.unsigned > 0 {
        parts.push(counted(health.unsigned, "arrow does not say which direction", "arrows do not say which direction"));
    }
    if parts.is_empty() {
        return OverviewLine::new(
            "No end is open: every effect says which direction, and leads on or is wanted.".into(),
        );
    }
    let line = OverviewLine::new(format!("Open ends: {}.", listed(&parts, "and")));
    match (health.dead_ends.first(), health.unsupplied.first()) {
        (Some(end), _) => line
            .could(format!("Ask what happens next when {}.", changes(graph, end)))
            .naming(health.dead_ends.iter().chain(&health.unsupplied).cloned()),
        (None, Some(need)) => {
            line.could(format!("Ask who could supply {}.", graph.label(need))).naming(health.unsupplied.iter().cloned())
        }
        (None, None) => line.could("Ask of each: more, or less?").shown_by("sign:open"),
    }
}

/// Returns that a thing changes, in the form that agrees: "Repeat calls change".
fn changes(graph: &Graph, key: &Key) -> String {
    graph.thing(key).map(|thing| thing.with("changes")).unwrap_or_default()
}

fn disputes(graph: &Graph, health: &MapHealth) -> OverviewLine {
    let count = health.disputes.len();
    let Some(first) = health.disputes.first() else {
        return OverviewLine::new("Nobody disagrees about an arrow so far.".into())
            .could("Ask who sees one of them in another way.");
    };
    OverviewLine::new(format!("People disagree about {}.", counted(count, "arrow", "arrows")))
        .could(format!("Ask each side what it has seen that the other has not: {}.", arrow(graph, first)))
        .shown_by("is:disputed")
        .naming(both(first))
}

fn stale(graph: &Graph, health: &MapHealth) -> OverviewLine {
    let gone = match health.gone {
        0 => String::new(),
        gone => format!("; {}", counted(gone, "is no longer in its list", "are no longer in their lists")),
    };
    let says = counted_or_no(
        health.stale.len(),
        "arrow is older than half a year and was not said again",
        "arrows are older than half a year and were not said again",
    );
    let line = OverviewLine::new(format!("{}{gone}.", capitalised(&says)));
    match health.stale.first() {
        Some(first) => line
            .could(format!("Ask whether it is still so, beginning with {}.", arrow(graph, first)))
            .shown_by("is:stale")
            .naming(both(first)),
        None if health.gone > 0 => line.could("Ask whether it still exists.").shown_by("is:gone"),
        None => line,
    }
}

fn loops(graph: &Graph, loops: &LoopCount) -> OverviewLine {
    if loops.all() == 0 {
        return OverviewLine::new("No loop closes so far.".into())
            .could("Ask of what comes last whether it changes what came first.");
    }
    let count = counted(loops.all(), "loop closes", "loops close");
    let mut parts = vec![];
    let mut tell = |count: usize, one: &str, many: &str| {
        if count > 0 {
            parts.push(counted(count, one, many));
        }
    };
    tell(loops.reinforcing, "makes itself stronger", "make themselves stronger");
    tell(loops.balancing, "pushes back on itself", "push back on themselves");
    tell(loops.open, "has an arrow without an agreed sign", "have an arrow without an agreed sign");
    let cut = if loops.cut { "At least " } else { "" };
    let line = OverviewLine::new(format!("{cut}{count}: {}.", listed(&parts, "and"))).shown_by("in:loop");
    match &loops.missing {
        Some(missing) => {
            line.could(format!("Ask whether it is more or less: {}.", arrow(graph, missing))).naming(both(missing))
        }
        None => line.could("Ask which arrow one would weaken, and whose it is."),
    }
}
