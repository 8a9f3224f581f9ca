//! The program as it is run: in a terminal, in a pipe, killed.

mod commands;
mod kill;
mod pipe;
mod pty;
mod terminal;
