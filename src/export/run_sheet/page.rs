use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::sheet::RunSheet;

/// The style of the page, for screens and paper.
const STYLE: &str = include_str!("run_sheet.css");

#[derive(Template)]
#[template(path = "run_sheet.html")]
struct RunSheetPage<'a> {
    sheet: &'a RunSheet,
    policy: String,
    style: &'static str,
}

/// The run sheet as one HTML page that makes no network request: the times on the first sheet of paper, then the
/// exercises, then every prompt in large print, to be held up when the projector dies.
pub fn run_sheet_html(sheet: &RunSheet) -> String {
    let seal = STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'");
    RunSheetPage { sheet, policy, style: STYLE }.render().unwrap_or_default()
}
