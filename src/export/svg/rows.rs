//! The heights of rows: what is a row of characters in a drawing is higher or lower in a picture.

use crate::layout::Drawing;

/// The height in pixels of a row with boxes; below, that of a row directly below boxes, and of a row with arrows only.
const BOX_ROW: usize = 17;
const ROW_BELOW: usize = 20;
const ARROW_ROW: usize = 12;

/// The rows at both ends of a channel that keep their height: heads and signs stand there.
const ENDS: usize = 2;

/// The maximum number of further rows of a channel, and the height of each in pixels; the more arrows run level there,
/// the closer they run. The last entry is for all channels that are taller.
const CLOSER: [(usize, usize); 4] = [(6, ARROW_ROW), (14, 8), (28, 6), (usize::MAX, 5)];

/// The upper edges of all rows and the lower edge of the last, in pixels.
pub(super) fn row_tops(drawing: &Drawing) -> Vec<usize> {
    let mut boxed = vec![false; drawing.height];
    for drawn_box in &drawing.boxes {
        for row in boxed.iter_mut().skip(drawn_box.corner.y).take(drawn_box.height) {
            *row = true;
        }
    }
    let heights = boxed.chunk_by(|one, other| one == other).flat_map(|rows| match rows.first() {
        Some(true) => vec![BOX_ROW; rows.len()],
        _ => channel(rows.len()),
    });
    let bottoms = heights.scan(0, |bottom, height| {
        *bottom += height;
        Some(*bottom)
    });
    std::iter::once(0).chain(bottoms).collect()
}

/// The heights of the rows of a channel.
fn channel(rows: usize) -> Vec<usize> {
    let further = rows.saturating_sub(2 * ENDS);
    let closer = CLOSER.iter().find(|(most, _)| further <= *most).map_or(ARROW_ROW, |(_, height)| *height);
    let is_end = |row: usize| row < ENDS || row + ENDS >= rows;
    let height = |row: usize| match row {
        0 => ROW_BELOW,
        row if is_end(row) => ARROW_ROW,
        _ => closer,
    };
    (0..rows).map(height).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_grows_with_its_arrows_and_heads_keep_their_room() {
        assert_eq!(channel(1), [ROW_BELOW]);
        assert_eq!(channel(4), [ROW_BELOW, 12, 12, 12]);
        for rows in 4..200 {
            let (here, next) = (channel(rows), channel(rows + 1));
            assert_eq!((here[1], here[rows - 2], here[rows - 1]), (ARROW_ROW, ARROW_ROW, ARROW_ROW));
            assert!(here.iter().all(|height| *height >= 5), "{rows}");
            assert!(here.iter().sum::<usize>() <= next.iter().sum::<usize>() + 40, "{rows}");
        }
    }
}
