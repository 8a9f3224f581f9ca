use std::fmt::Write;

/// The maximum number of rows at which the back row can read, and the minimum at which the screen is complete.
const MOST_ROWS: u16 = 30;
const FEWEST_ROWS: u16 = 24;

/// The distance of the back row in screen heights, and the minimum size of letters for comfortable reading at that
/// distance, in minutes of arc (Musgrave 1999).
const BACK_ROW: f64 = 6.0;
const FLOOR: f64 = 10.0;

/// Minutes of arc in a radian.
const MINUTES: f64 = 60.0 * 180.0 / std::f64::consts::PI;

/// Whether the back row can read a projector window, judged by the number of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Legibility {
    /// The number of rows of the window.
    pub rows: u16,
    /// Whether the size is fit for the room.
    pub fits: bool,
    /// The height of a small letter seen from the back row, six screen heights away, in minutes of arc.
    pub minutes: f64,
    /// The distance at which the text can be read in comfort, in screen heights.
    pub heights: f64,
    /// One sentence about the result and what to do.
    pub says: String,
}

/// Judges a projector window by its number of rows. A small letter is about half a row high.
pub fn legibility(rows: u16) -> Legibility {
    let letter = 0.5 / f64::from(rows.max(1));
    let mut says = format!("your projector window has {rows} rows; ");
    let advice = match rows {
        ..FEWEST_ROWS => "not everything fits; make the font smaller until this bar says 24",
        FEWEST_ROWS..=MOST_ROWS => "the back row can read this",
        _ => "the back row will not read this; enlarge the font until this bar says 30 or fewer",
    };
    // Writing into a string cannot fail.
    let _ = write!(says, "{advice}");
    Legibility {
        rows,
        fits: (FEWEST_ROWS..=MOST_ROWS).contains(&rows),
        minutes: letter / BACK_ROW * MINUTES,
        heights: letter * MINUTES / FLOOR,
        says,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_back_row_reads_up_to_thirty_rows_and_is_told_what_to_do_above() {
        for (rows, fits) in [(0, false), (10, false), (23, false), (24, true), (30, true), (31, false), (58, false)] {
            assert_eq!(legibility(rows).fits, fits, "{rows}");
        }
        assert_eq!(
            legibility(58).says,
            "your projector window has 58 rows; the back row will not read this; \
             enlarge the font until this bar says 30 or fewer"
        );
    }

    #[test]
    fn twenty_four_rows_give_about_twelve_minutes_of_arc_and_thirty_under_ten() {
        assert!((legibility(24).minutes - 12.0).abs() < 0.1, "{}", legibility(24).minutes);
        assert!((9.0..10.0).contains(&legibility(30).minutes), "{}", legibility(30).minutes);
        assert!((legibility(58).heights - 3.0).abs() < 0.1, "{}", legibility(58).heights);
    }
}
