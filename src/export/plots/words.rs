use super::table::PlotTable;
use crate::lens::{
    AgreementPlot, ArrowAgreement, FEWEST_PEOPLE, LATELY_DAYS, LeverPlot, LeverWorth, MissingRating, PlacedLever,
    Plots, PortfolioPlot, ScaleRatings, TalkPlot, UnplacedLever,
};
use crate::record::Status;
use crate::record::english::{counted, in_words, listed};
use crate::record::spoken::day_in_words;

/// Returns all plots in words, without those that show nothing.
pub fn plot_tables(plots: &Plots) -> Vec<PlotTable> {
    let mut tables =
        vec![lever_table(&plots.levers), portfolio_table(&plots.portfolio), agreement_table(&plots.agreement)];
    let several = plots.talk.len() > 1;
    tables.extend(plots.talk.iter().map(|(title, talk)| {
        let table = talk_table(talk);
        if several { PlotTable { title: format!("{}: {title}", table.title), ..table } } else { table }
    }));
    tables.retain(|table| !table.is_empty());
    tables
}

/// Returns the levers in words: the placed ones with their numbers in the picture, then those that have no place.
pub fn lever_table(plot: &LeverPlot) -> PlotTable {
    let rows = plot.placed.iter().zip(1..).map(|(lever, number): (&PlacedLever, usize)| {
        let worth = match lever.worth {
            LeverWorth::Rated(ratings) => rated(ratings),
            LeverWorth::Map(_) => "not rated; as far as the map shows it reaches".to_owned(),
        };
        let so = format!("{}, {}", ease_word(lever.ease_tenths()), worth_word(lever.worth.tenths()));
        vec![number.to_string(), lever.label.clone(), rated(lever.ease), worth, so]
    });
    let missing = |wanted: MissingRating, before: &str| {
        let names = plot.unplaced.iter().filter(|lever| lever.missing == wanted).map(unplaced);
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| format!("{before}: {}.", names.join("; ")))
    };
    let beside = [
        missing(MissingRating::Worth, "Not placed, because nobody has rated so far what it is worth"),
        missing(MissingRating::Ease, "Not placed, because nobody has rated so far how easy it is"),
        missing(MissingRating::Both, "The map shows a lever here, and nobody has rated it so far"),
    ];
    PlotTable {
        title: "Easy to do, and worth it".to_owned(),
        about: vec![
            "How easy a push would be and how much it would be worth, from 1 to 5: the mean of the ratings, and \
                     from where to where they go."
                .to_owned(),
        ],
        heads: ["", "Place", "Ease", "Worth", "So far"].map(str::to_owned).to_vec(),
        names: 2,
        rows: rows.collect(),
        beside: beside.into_iter().flatten().collect(),
    }
}

fn unplaced(lever: &UnplacedLever) -> String {
    match lever.missing {
        MissingRating::Worth => format!("{} (ease {})", lever.label, rated(lever.known)),
        MissingRating::Ease if lever.known.count > 0 => format!("{} (worth {})", lever.label, rated(lever.known)),
        MissingRating::Ease | MissingRating::Both => lever.label.clone(),
    }
}

/// Returns ratings in words: "2.7 (2 to 4, three ratings)", "4".
fn rated(ratings: ScaleRatings) -> String {
    let tenths = ratings.tenths().unwrap_or_default();
    let mean =
        if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
    let ScaleRatings { count, low, high, .. } = ratings;
    let many = usize::try_from(count).unwrap_or(usize::MAX);
    match count {
        0 | 1 => mean,
        _ if low == high => format!("{mean} ({} ratings)", in_words(many)),
        _ => format!("{mean} ({low} to {high}, {} ratings)", in_words(many)),
    }
}

const fn ease_word(tenths: u32) -> &'static str {
    match tenths {
        0..30 => "hard",
        30 => "neither easy nor hard",
        _ => "easy",
    }
}

const fn worth_word(tenths: u32) -> &'static str {
    match tenths {
        0..30 => "worth little",
        30 => "worth something",
        _ => "worth much",
    }
}

/// Returns the portfolio in words.
pub fn portfolio_table(plot: &PortfolioPlot) -> PlotTable {
    let cell = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join("; ") };
    let rows = plot.filled().map(|row| vec![status_words(row.status).to_owned(), cell(&row.lately), cell(&row.quiet)]);
    let back = plot.until.map_or_else(
        || "the last day on which anybody spoke here".to_owned(),
        |day| format!("{}, the last day on which anybody spoke here", day_in_words(day)),
    );
    let more = counted(plot.listed, "more change is", "more changes are");
    let beside = (plot.listed > 0).then(|| format!("{more} only in a list; nobody here has spoken of it so far."));
    let beside = beside.map(|says| if plot.listed > 1 { says.replace("of it", "of them") } else { says });
    PlotTable {
        title: "Where each change stands, and what moved".to_owned(),
        about: vec![format!("Lately means within the {LATELY_DAYS} days up to {back}.")],
        heads: ["Where it stands", "Spoken of lately", "Not spoken of lately"].map(str::to_owned).to_vec(),
        names: 1,
        rows: rows.collect(),
        beside: beside.into_iter().collect(),
    }
}

/// Returns the words for a status.
pub const fn status_words(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Idea) => "An idea",
        Some(Status::Pilot) => "A pilot",
        Some(Status::Live) => "Live",
        Some(Status::Fading) => "Fading",
        Some(Status::Stopped) => "Stopped",
        None => "Nobody has said",
    }
}

/// Returns the positions on arrows in words.
pub fn agreement_table(plot: &AgreementPlot) -> PlotTable {
    let count = |people: usize| if people == 0 { String::new() } else { people.to_string() };
    let rows = plot.arrows.iter().map(|arrow| {
        let tally = arrow.tally;
        let counts = [tally.plus, tally.minus, tally.none, tally.unsure].map(count);
        let disagree = if arrow.is_disputed { "they disagree" } else { "" };
        let after = [listed(&arrow.units, "and"), disagree.to_owned()];
        [arrow_words(arrow)].into_iter().chain(counts).chain(after).collect()
    });
    let few = in_words(FEWEST_PEOPLE);
    let arrows = counted(plot.withheld, "arrow", "arrows");
    let withheld = (plot.withheld > 0).then(|| {
        format!("On {arrows} fewer than {few} have taken a position so far, so it is not shown who holds which.")
    });
    let nameless = plot.arrows.iter().any(|arrow| arrow.nameless > 0);
    let nameless = nameless.then(|| "A line that names nobody counts as one person.".to_owned());
    PlotTable {
        title: "Who agrees on which arrow".to_owned(),
        about: vec![format!(
            "How many people say what about an arrow, where at least {few} have said. Nobody is named."
        )],
        heads: ["Arrow", "More, or so it is", "Less", "No such effect", "Cannot tell", "Heard from", "So far"]
            .map(str::to_owned)
            .to_vec(),
        names: 1,
        rows: rows.collect(),
        beside: withheld.into_iter().chain(nameless).collect(),
    }
}

/// Returns an arrow without its sign: "Service bot → Repeat calls", "Service bot needs Customer history".
pub fn arrow_words(arrow: &ArrowAgreement) -> String {
    let by = if arrow.relation.carries_sign() { "→" } else { arrow.relation.name() };
    format!("{} {by} {}", arrow.from, arrow.to)
}

/// Returns the lines of each unit over a session in words.
pub fn talk_table(plot: &TalkPlot) -> PlotTable {
    let mut rows: Vec<Vec<String>> =
        plot.units.iter().map(|talk| talk_row(&talk.unit, &talk.lines, "not heard yet")).collect();
    if plot.together > 0 {
        rows.push(talk_row(TOGETHER, &plot.together_lines, "not heard yet"));
    }
    if plot.unnamed.iter().sum::<usize>() > 0 {
        rows.push(talk_row(UNNAMED, &plot.unnamed, ""));
    }
    if plot.is_empty() {
        rows.clear();
    }
    let left_out = counted(plot.left_out, "person is", "people are");
    let left_out = (plot.left_out > 0 && !rows.is_empty())
        .then(|| format!("{left_out} from a team so small that its lines would be somebody's; they are not told."));
    let few = in_words(FEWEST_PEOPLE);
    let people = in_words(plot.together);
    let together =
        (plot.together > 0).then(|| format!("Small teams are those of fewer than {few} people, here {people}."));
    let starts = (0..plot.unnamed.len()).map(|at| start(plot, at));
    let minutes = counted(plot.minutes as usize, "minute", "minutes");
    PlotTable {
        title: "Who was heard when".to_owned(),
        about: vec![format!(
            "The lines that were written down for each team, in stretches of {minutes}, by the clock of the session. It \
             counts what was typed, and not how long anybody spoke."
        )],
        heads: ["Team".to_owned()].into_iter().chain(starts).chain(["All".to_owned()]).collect(),
        names: 1,
        rows,
        beside: together.into_iter().chain(left_out).collect(),
    }
}

/// What lines without a unit are called.
pub(super) const UNNAMED: &str = "No team named";

/// What the row of the units that are told together is called.
pub(super) const TOGETHER: &str = "Small teams, together";

/// Returns what the clock showed at the beginning of a stretch: "0:15", in hours and minutes.
pub(super) fn start(plot: &TalkPlot, slot: usize) -> String {
    let minutes = slot.saturating_mul(plot.minutes as usize);
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn talk_row(name: &str, lines: &[usize], none: &str) -> Vec<String> {
    let total: usize = lines.iter().sum();
    let count = |lines: &usize| if *lines == 0 { String::new() } else { lines.to_string() };
    let all = if total == 0 { none.to_owned() } else { total.to_string() };
    [name.to_owned()].into_iter().chain(lines.iter().map(count)).chain([all]).collect()
}
