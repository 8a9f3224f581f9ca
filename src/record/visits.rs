//! How many events and things were looked at: counted in tests alone, so that work that grows with a session is
//! noticed without a clock.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static VISITS: Cell<usize> = const { Cell::new(0) };
}

/// Notes that one more was looked at.
pub(crate) fn visit() {
    #[cfg(test)]
    VISITS.with(|visits| visits.set(visits.get() + 1));
}

/// How many are looked at during some work, on this thread.
#[cfg(test)]
pub(crate) fn during(work: impl FnOnce()) -> usize {
    let before = VISITS.with(Cell::get);
    work();
    VISITS.with(Cell::get) - before
}
