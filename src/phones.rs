//! The page that phones in the room open: its forms and the server on the local network.
//!
//! The server knows only what the console tells it ([`crate::app::phones::PhonePage`]) and reports only answers
//! ([`crate::app::phones::PhoneAnswer`]); it reads no file and writes none.
