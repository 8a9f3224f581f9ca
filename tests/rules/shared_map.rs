//! Many sessions, one picture: split in any way, read in any order, with names merged and parted, from files or from
//! what is remembered of them.

mod alike;
mod alike_measured;
mod cache;
mod commands;
mod desk;
mod hour;
mod names;
mod operators;
mod people;
mod split;
mod tray;
