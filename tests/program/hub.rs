//! The hub, with a real PostgreSQL and a bad network before it.

mod network;
