use crate::import::place::SourcePlace;
use crate::record::Sign;

/// A model of Insight Maker, in whatever form it was written.
#[derive(Clone, Debug, Default)]
pub(super) struct InsightModel {
    /// Its title; empty for none.
    pub(super) title: String,
    /// The unit of its time: `MONTHS`.
    pub(super) unit: String,
    /// Its elements, in order.
    pub(super) elements: Vec<InsightElement>,
    /// The sorts of elements that are left out, with their number.
    pub(super) left_out: Vec<(String, usize)>,
}

/// An element of a model.
#[derive(Clone, Debug)]
pub(super) struct InsightElement {
    /// What it is known by: its id, else its name in lower case.
    pub(super) key: String,
    /// Its name; empty for none.
    pub(super) name: String,
    /// Its sort in lower case: `stock`, `flow`, `link`.
    pub(super) sort: String,
    /// Where it stands.
    pub(super) place: SourcePlace,
    /// The text about it.
    pub(super) description: String,
    /// The folder that it is in; empty for none.
    pub(super) folder: String,
    /// What a link, flow or transition connects, each by its key; `None` for nothing.
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    /// The sign of a link.
    pub(super) sign: Sign,
    /// Whether a link goes both directions.
    pub(super) is_double: bool,
    /// The equations that say what it is computed from.
    pub(super) equations: Vec<String>,
    /// What a converter reads, by its key.
    pub(super) input: Option<String>,
    /// For a ghost, the key of what it is a ghost of.
    pub(super) ghost_of: Option<String>,
}
