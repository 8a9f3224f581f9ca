//! How the rows of the window are shared between the question, a picture, and the line said last.

use super::window::RoomWindow;

/// The rows and columns of a window that are no margin; see the drawing.
const MARGINS: u16 = 4;

/// The minimum width at which a margin is left; projectors often cut off the edges.
pub(crate) const ROOMY: u16 = 60;

/// The minimum height from which a question over a picture is drawn in large letters.
const TALL: u16 = 36;

impl RoomWindow {
    /// Returns the size of the part without title, clock and foot: columns, rows.
    fn body(&self) -> (u16, u16) {
        let (columns, rows) = self.size;
        let columns = if columns >= ROOMY { columns - MARGINS } else { columns };
        (columns, rows.saturating_sub(self.taken))
    }

    /// Returns the maximum height of the question above a picture, in rows.
    pub fn rows_for_question(&self) -> u16 {
        match self.body().1 {
            ..10 => 1,
            10..TALL => 2,
            _ => 7,
        }
    }

    /// Returns the number of rows below a picture for the line said last.
    pub fn rows_for_line(&self) -> u16 {
        match self.body().1 {
            ..10 => 0,
            10..14 => 1,
            _ => 2,
        }
    }

    /// Returns the space for a picture, between the question and the line that counts its arrows: columns, rows.
    pub(super) fn space_for_picture(&self) -> (u16, u16) {
        let (columns, rows) = self.body();
        (columns, rows.saturating_sub(self.rows_for_question() + self.rows_for_line() + 1))
    }
}
