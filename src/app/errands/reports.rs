use super::chore::{ErrandReport, OpenMatter};
use super::page::{PageView, is_seen_by_the_room};
use crate::app::model::Model;

/// Takes in the report of an errand.
pub(in crate::app) fn reported(model: &mut Model, report: ErrandReport) {
    match report {
        ErrandReport::Page { title, text } => {
            model.notice = None;
            // The room may see this window by now.
            if !is_seen_by_the_room(model) {
                model.show(PageView::new(title, &text));
            }
        }
        ErrandReport::Open(open) => listed(model, open),
    }
}

/// Takes in what is open in the workspace; the cursor of the home screen stays on its row.
fn listed(model: &mut Model, open: Vec<OpenMatter>) {
    let before = model.home.due().len();
    let memory = &mut model.home.memory;
    memory.retain(|line| !open.iter().any(|matter| matter.says == *line));
    model.home.open = open;
    let after = model.home.due().len();
    let home = &mut model.home;
    home.selected = if home.selected < before { home.selected.min(after) } else { home.selected - before + after };
    if let Some(mut popup) = model.popup.take() {
        popup.listed_open(&model.home.open);
        model.popup = Some(popup);
    }
}
