//! The QR code of an address.

/// The number of light modules around a code, without which cameras do not find it.
const QUIET_ZONE: usize = 2;

/// A QR code of error correction level M, without its quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneCode {
    size: usize,
    /// The modules row by row; true for a dark one.
    dark: Vec<bool>,
}

impl PhoneCode {
    /// Returns the code of an address; `None` for a text that is too long for one, and in a program without phones.
    #[cfg(feature = "phones")]
    pub fn of(address: &str) -> Option<Self> {
        let made = fast_qr::QRBuilder::new(address).ecl(fast_qr::ECL::M).build().ok()?;
        let at =
            |row: usize, column: usize| made.data.get(row * made.size + column).is_some_and(|module| module.value());
        let dark = (0..made.size).flat_map(|row| (0..made.size).map(move |column| at(row, column))).collect();
        Some(Self { size: made.size, dark })
    }

    /// Returns nothing: this program was built without phones.
    #[cfg(not(feature = "phones"))]
    pub const fn of(_address: &str) -> Option<Self> {
        None
    }

    /// Returns the number of modules of a side, the quiet zone included.
    pub const fn side(&self) -> usize {
        self.size + 2 * QUIET_ZONE
    }

    /// Whether a module is dark; counted from the corner of the quiet zone. Everything outside is light.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        let inside = |at: usize| at.checked_sub(QUIET_ZONE).filter(|at| *at < self.size);
        let place = inside(row).zip(inside(column)).map(|(row, column)| row * self.size + column);
        place.and_then(|place| self.dark.get(place)).copied().unwrap_or(false)
    }

    /// Returns the code in half blocks, two rows of modules a line, to be drawn black on white.
    pub fn half_blocks(&self) -> Vec<String> {
        let line = |row: usize| {
            let block = |column| match (self.is_dark(row, column), self.is_dark(row + 1, column)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            };
            (0..self.side()).map(block).collect()
        };
        (0..self.side()).step_by(2).map(line).collect()
    }
}

#[cfg(all(test, feature = "phones"))]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_three_corners_and_a_quiet_zone() {
        let code = PhoneCode::of("http://192.168.1.20:4242/bcdfg-hjkmn").unwrap();
        assert_eq!(code.side(), 29 + 4, "version 3 holds the address of a machine at level M");
        assert!((0..code.side()).all(|at| !code.is_dark(0, at) && !code.is_dark(at, 1) && !code.is_dark(at, 31)));
        for (row, column) in [(2, 2), (2, 30), (30, 2)] {
            assert!(code.is_dark(row, column), "{row} {column}");
        }
        assert!(!code.is_dark(30, 30) || code.is_dark(usize::MAX, 0) == code.is_dark(0, usize::MAX));
        let lines = code.half_blocks();
        assert_eq!(lines.len(), 17);
        assert!(lines.iter().all(|line| line.chars().count() == 33));
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert_eq!(PhoneCode::of(&"a".repeat(5_000)), None);
    }
}
