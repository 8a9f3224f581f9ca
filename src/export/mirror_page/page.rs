use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::ladder_svg::ladder_svg;
use crate::assess::{AssessmentHistory, Chart, FOOTER};
use crate::export::plots::STYLE as PLOT_STYLE;
use crate::record::spoken::day_in_words;

/// The style of the page: that of a report.
const STYLE: &str = include_str!("../report/page.css");

#[derive(Template)]
#[template(path = "mirror_page.html")]
struct MirrorHistoryPage {
    policy: String,
    style: String,
    summary: Vec<String>,
    /// The meaning of each rung, the highest first.
    scale: Vec<(usize, String)>,
    levels: Vec<LevelSection>,
    footer: &'static str,
}

/// One level over time: its picture, and a row for each day.
struct LevelSection {
    title: String,
    svg: String,
    rows: Vec<(String, String)>,
}

/// The self-assessment over time as one HTML page that makes no network request, for the person it is about. It holds no
/// example, and no number that is not a rung.
pub fn mirror_page(history: &AssessmentHistory) -> String {
    let style = format!("{STYLE}{PLOT_STYLE}");
    let seal = STANDARD.encode(Sha256::digest(&style));
    let scale = (1..).zip(history.scale.iter().cloned()).collect::<Vec<_>>().into_iter().rev();
    let summary = if history.results.is_empty() {
        vec!["No assessment was finished yet.".to_owned()]
    } else {
        history.summary.clone()
    };
    let page = MirrorHistoryPage {
        policy: format!("default-src 'none'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"),
        style,
        summary,
        scale: scale.collect(),
        levels: history.charts.iter().zip(1..).map(|(chart, number)| LevelSection::of(chart, number)).collect(),
        footer: FOOTER,
    };
    page.render().unwrap_or_default()
}

impl LevelSection {
    fn of(chart: &Chart, number: usize) -> Self {
        let rows: Vec<(String, String)> =
            chart.marks.iter().map(|mark| (day_in_words(mark.day), mark.says.clone())).collect();
        let told: Vec<String> = rows.iter().map(|(day, says)| format!("{day}: {says}.")).collect();
        let svg = ladder_svg(chart, &format!("ladder-{number}"), &told.join(" "));
        Self { title: chart.title.clone(), svg, rows }
    }
}
