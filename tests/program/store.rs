//! The record survives: power cuts, failing disks, damage, two hands on one file.

mod any_event;
mod anything;
mod copies;
mod damage;
mod failing;
mod files;
mod hidden;
mod notation;
mod outside;
mod power;
mod reading;
mod session;
mod strike;
mod talk;
