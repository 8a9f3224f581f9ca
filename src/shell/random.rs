//! Random numbers: digits for the ids of sessions, and a random order for answers.

/// Four hexadecimal digits. They need not be secret: a session never overwrites another one.
pub(super) fn four_digits() -> u16 {
    fastrand::u16(..)
}

/// A text of sixteen random hexadecimal digits, which nobody can guess.
///
/// # Errors
/// When the system gives no random numbers.
pub(super) fn chance() -> Result<String, getrandom::Error> {
    Ok(format!("{:016x}", getrandom::u64()?))
}

/// Shuffles things, so that their order reveals nothing about the order in which they came and nobody can predict it.
///
/// # Errors
/// When the system gives no random numbers.
pub(super) fn shuffle<T>(things: &mut [T]) -> Result<(), getrandom::Error> {
    for last in (1..things.len()).rev() {
        let places = last as u64 + 1;
        things.swap(last, (getrandom::u64()? % places) as usize);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_keeps_everything_and_reaches_every_order() {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..400 {
            let mut things = [1, 2, 3];
            shuffle(&mut things).unwrap();
            seen.insert(things);
        }
        assert_eq!(seen.len(), 6);
    }
}
