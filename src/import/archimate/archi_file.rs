use crate::import::archi_model::ArchiModel;
use crate::import::input::xml::XmlElement;

/// What a file holds.
#[derive(Default)]
pub(super) struct ArchiFile {
    pub(super) title: String,
    pub(super) model: ArchiModel,
    /// The texts that stand on views.
    pub(super) texts: Vec<String>,
    pub(super) views: usize,
}

/// Returns the type that the schema gives an element; a junction has an attribute `type` of its own beside it.
pub(super) fn type_of(element: &XmlElement) -> &str {
    element.attributes().find(|(name, _)| name.ends_with(":type")).map_or("", |(_, value)| value)
}
