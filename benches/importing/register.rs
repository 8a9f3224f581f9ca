//! A register of uses of AI as governments publish them, made up from a few words.

use std::fmt::Write as _;

/// The number of rows below the headings.
pub(crate) const ROWS: usize = 3_407;

/// The number of keys that the newer edition changes: three rows are retired, and one is gone.
pub(crate) const CHANGED: usize = 4;

/// The columns with short cells; further ones hold an answer each.
const HEADINGS: [&str; 12] = [
    "Agency",
    "Use Case ID",
    "Use Case Name",
    "Bureau",
    "Stage of Development",
    "Is the AI use case high-impact?",
    "What problem is the AI intended to solve?",
    "What are the expected benefits?",
    "Describe the AI system's outputs.",
    "Date when AI use case became operational",
    "Vendor(s) Name",
    "System(s) Name",
];

const ANSWERS: usize = 23;

const WORDS: [&str; 16] = [
    "claims", "permit", "image", "weather", "route", "soil", "grant", "notice", "fraud", "review", "cargo", "payroll",
    "budget", "audit", "safety", "genome",
];

/// Returns the register as CSV.
pub(crate) fn register() -> String {
    file((0..ROWS).map(|at| cells(at, stage(at))))
}

/// Returns its newer edition.
pub(crate) fn newer() -> String {
    let stays = (0..ROWS).filter(|at| *at != 1_000);
    file(stays.map(|at| cells(at, if [8, 700, 2_100].contains(&at) { "Retired" } else { stage(at) })))
}

/// Never the last one: the newer edition retires some.
fn stage(at: usize) -> &'static str {
    ["Pre-deployment", "Pilot", "Deployed"][at % 3]
}

fn cells(at: usize, stage: &str) -> Vec<String> {
    let (agency, bureau) = (at * 31 % 40, at * 17 % 6);
    let vendor = ["", "", "Acme Systems", "Blue Lake", "Norric"][at % 5];
    let system = if at.is_multiple_of(2) { format!("System {}", at * 7 % 300) } else { String::new() };
    let mut cells = vec![
        format!("Department {agency}"),
        format!("D{agency:02}-{at:05}"),
        format!("{} assistant {at}", words(at, 2)),
        format!("Bureau {agency}-{bureau}"),
        stage.to_owned(),
        ["Yes", "No"][at % 2].to_owned(),
        words(at, 30),
        words(at + 3, 35),
        words(at + 5, 20),
        format!("{:02}/{:02}/{}", at % 12 + 1, at % 28 + 1, 2018 + at % 8),
        vendor.to_owned(),
        system,
    ];
    cells.extend((0..ANSWERS).map(|answer| words(at + answer, answer + 1)));
    cells
}

fn words(from: usize, count: usize) -> String {
    let words: Vec<&str> = (0..count).map(|nth| WORDS[(from * 7 + nth * nth * 3 + nth) % WORDS.len()]).collect();
    words.join(" ")
}

fn file(rows: impl Iterator<Item = Vec<String>>) -> String {
    let answers = (1..=ANSWERS).map(|answer| format!("Question {answer} on privacy, testing or monitoring?"));
    let headings: Vec<String> = HEADINGS.iter().map(|heading| (*heading).to_owned()).chain(answers).collect();
    let mut text = String::new();
    for row in std::iter::once(headings).chain(rows) {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
        writeln!(text, "{}", cells.join(",")).unwrap();
    }
    text
}
