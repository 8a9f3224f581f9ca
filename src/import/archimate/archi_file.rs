use crate::import::archi_model::{ArchiConcept, ArchiModel, is_strength};
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

/// Returns how a relation influences: as its element says, else as the property that other tools write, which is taken out.
pub(super) fn strength_of(element: &XmlElement, concept: &mut ArchiConcept) -> Option<String> {
    let place = concept.properties.iter().position(|(name, _)| is_strength(name));
    let property = place.map(|at| concept.properties.remove(at).1);
    let own = element.attribute("modifier").or_else(|| element.attribute("strength"));
    own.filter(|own| !own.trim().is_empty()).map(str::to_owned).or(property)
}

/// Returns the type that the schema gives an element; a junction has an attribute `type` of its own beside it.
pub(super) fn type_of(element: &XmlElement) -> &str {
    element.attributes().find(|(name, _)| name.ends_with(":type")).map_or("", |(_, value)| value)
}
