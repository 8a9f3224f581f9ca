//! Counts in tests how many events and things are visited, so that work that grows with a session is noticed without a
//! clock.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static VISITS: Cell<usize> = const { Cell::new(0) };
}

/// Counts one visit of an event or a thing.
pub(crate) fn visit() {
    #[cfg(test)]
    VISITS.with(|visits| visits.set(visits.get() + 1));
}

/// Returns the number of visits that `work` makes on this thread.
#[cfg(test)]
pub(crate) fn during(work: impl FnOnce()) -> usize {
    let before = VISITS.with(Cell::get);
    work();
    VISITS.with(Cell::get) - before
}
