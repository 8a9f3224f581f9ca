//! How the program looks: themes from files, colours that nobody wants, the house style, and a terminal that is asked.

mod files;
#[cfg(unix)]
mod terminal;
