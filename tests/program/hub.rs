//! The hub, with a real PostgreSQL and a bad network before it.

mod database;
mod desk;
mod example;
mod joined;
mod joining;
mod network;
mod never_travels;
mod offers;
mod roles;
#[cfg(target_os = "linux")]
mod soak;
mod stay_here;
mod struck;
mod tampered;
mod tls;
mod writers;
