//! The self-assessment over time as a page for one person alone. It is no format of the map: nothing that others get has
//! any of it.

mod ladder_svg;
mod page;

pub use page::mirror_page;
