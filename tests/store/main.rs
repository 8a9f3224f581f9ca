//! The record survives: power cuts, failing disks, damage, two hands on one file.

mod any_event;
mod anything;
mod damage;
mod failing;
mod files;
mod power;
mod session;
mod talk;
