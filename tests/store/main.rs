//! The record survives: power cuts, failing disks, damage, two hands on one file.

mod failing;
mod files;
mod power;
mod talk;
