//! The hour of the worked example as somebody types it, key by key, with the room's window beside the console.

mod absurd;
mod cast;
mod crowd;
mod disk;
mod facilitator;
mod frames;
mod graph;
mod monochrome;
mod names;
mod private;
mod rounds;
mod screens;
mod script;
mod seats;
mod shared;
mod slips;
mod stage;
