/// Watches a long reading, and can stop it.
pub trait ReadWatch {
    /// Whether the reading is to stop. A reader asks at least once every thousand items.
    fn is_stopped(&self) -> bool;

    /// Says how far the reading is: so many items of so many.
    fn at(&self, done: usize, all: usize);
}

/// Watches nothing and never stops a reading.
#[derive(Clone, Copy, Debug)]
pub struct NoWatch;

impl ReadWatch for NoWatch {
    fn is_stopped(&self) -> bool {
        false
    }

    fn at(&self, _done: usize, _all: usize) {}
}
