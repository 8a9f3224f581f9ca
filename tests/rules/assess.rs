//! The mirror for one leader: what is asked, scored, compared over the years, and shown to a room as counts alone.

mod dates;
mod exercises;
mod file;
mod linted;
mod opinion;
mod over_time;
mod properties;
mod reading;
mod resume;
mod room;
mod sample;
mod scoring;
mod stage;
mod versions;
