//! The hub: a PostgreSQL database over which several workspaces share their sessions. The only room that speaks to it.
//!
//! What travels is the sealed line of a session file, so nothing is ever merged: a line is on this disk first, then it is
//! offered to the hub, and every other workspace writes the same bytes into the same file.
