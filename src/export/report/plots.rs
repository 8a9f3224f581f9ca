use crate::export::material::Material;
use crate::lens::Plots;

/// The plots of a report.
pub(super) fn plots(material: &Material<'_>) -> Plots {
    let sessions = material.chapters.iter().map(|chapter| (chapter.title.as_str(), &chapter.plots));
    Plots::of(material.graph, material.findings, sessions)
}
