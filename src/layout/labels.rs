//! Places marks at points and labels beside them, so that nothing lies over anything else.

/// A point with the sizes of its mark and its label, in cells of a screen or in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelledPoint {
    /// The position of the point: from the left, from the top.
    pub at: [i32; 2],
    /// The width and the height of its mark.
    pub mark: [i32; 2],
    /// The width and the height of its label.
    pub label: [i32; 2],
}

/// Where a mark and its label are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedLabel {
    /// The left upper corner of the mark; `None` if there is no free place for it.
    pub mark: Option<[i32; 2]>,
    /// The left upper corner of the label; `None` if there is no free place beside the mark.
    pub label: Option<[i32; 2]>,
}

/// The area of the points, and the distances that are kept in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelArea {
    /// The width and the height of the area.
    pub size: [i32; 2],
    /// By how much a mark moves to find a free place: across, down.
    pub step: [i32; 2],
    /// The distance between a mark and its label: across, down.
    pub gap: [i32; 2],
}

/// The maximum number of steps by which a mark moves away from its point.
const FARTHEST: i32 = 12;

/// A rectangle: left, top, right, bottom.
type Rectangle = [i32; 4];

impl LabelArea {
    /// Places all marks, in their order, each as near to its point as there is room; then the labels, each at the first
    /// free place of these: right, left, above, below. The same points always give the same places.
    pub fn place(&self, points: &[LabelledPoint], taken: &[[i32; 4]]) -> Vec<PlacedLabel> {
        let mut taken: Vec<Rectangle> = taken.to_vec();
        let mut marks = Vec::with_capacity(points.len());
        for point in points {
            let place =
                around().map(|[across, down]| self.mark(point, across, down)).find(|at| self.is_free(*at, &taken));
            taken.extend(place);
            marks.push(place);
        }
        let label = |(point, mark): (&LabelledPoint, Option<Rectangle>)| {
            let mark = mark?;
            let place = self.beside(point, mark).into_iter().find(|at| self.is_free(*at, &taken));
            taken.extend(place);
            place.map(|[left, top, ..]| [left, top])
        };
        let labels: Vec<Option<[i32; 2]>> = points.iter().zip(marks.iter().copied()).map(label).collect();
        let corner = |mark: &Option<Rectangle>| mark.map(|[left, top, ..]| [left, top]);
        marks.iter().zip(labels).map(|(mark, label)| PlacedLabel { mark: corner(mark), label }).collect()
    }

    /// Returns the rectangle of a mark that is moved by this number of steps.
    fn mark(&self, point: &LabelledPoint, across: i32, down: i32) -> Rectangle {
        let ([x, y], [width, height], [right, below]) = (point.at, point.mark, self.step);
        rectangle([x - width / 2 + across * right, y - height / 2 + down * below], point.mark)
    }

    /// Returns the rectangles in which the label of a mark may be.
    fn beside(&self, point: &LabelledPoint, mark: Rectangle) -> [Rectangle; 4] {
        let ([left, top, right, bottom], [width, height], [across, down]) = (mark, point.label, self.gap);
        let middle = [left + (right - left - width) / 2, top + (bottom - top - height) / 2];
        let corners = [
            [right + across, middle[1]],
            [left - across - width, middle[1]],
            [middle[0], top - down - height],
            [middle[0], bottom + down],
        ];
        corners.map(|corner| rectangle(corner, point.label))
    }

    fn is_free(&self, place: Rectangle, taken: &[Rectangle]) -> bool {
        let ([left, top, right, bottom], [width, height]) = (place, self.size);
        let inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
        inside && taken.iter().all(|other| !overlap(place, *other))
    }
}

const fn rectangle([left, top]: [i32; 2], [width, height]: [i32; 2]) -> Rectangle {
    [left, top, left + width, top + height]
}

const fn overlap(one: Rectangle, other: Rectangle) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Returns steps away from a point, the nearest first; of equally near ones those to the right, then those below.
fn around() -> impl Iterator<Item = [i32; 2]> {
    let steps = (-FARTHEST..=FARTHEST).flat_map(|down| (-FARTHEST..=FARTHEST).map(move |across| [across, down]));
    let mut steps: Vec<[i32; 2]> = steps.collect();
    steps.sort_by_key(|[across, down]| (across * across + down * down, -across, -down));
    steps.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: LabelArea = LabelArea { size: [60, 12], step: [3, 1], gap: [1, 0] };

    fn point(x: i32, y: i32, label: i32) -> LabelledPoint {
        LabelledPoint { at: [x, y], mark: [2, 1], label: [label, 1] }
    }

    #[test]
    fn nothing_lies_over_anything_else_and_everything_is_inside() {
        let points: Vec<LabelledPoint> = (0..20).map(|at| point(28 + at % 3, 5, 9 + at % 4)).collect();
        let placed = AREA.place(&points, &[[0, 0, 20, 1]]);
        let mut all: Vec<Rectangle> = vec![[0, 0, 20, 1]];
        for (point, placed) in points.iter().zip(&placed) {
            all.extend(placed.mark.map(|corner| rectangle(corner, point.mark)));
            all.extend(placed.label.map(|corner| rectangle(corner, point.label)));
        }
        assert!(placed.iter().all(|placed| placed.mark.is_some()));
        assert!(placed.iter().filter(|placed| placed.label.is_some()).count() > 6, "{placed:?}");
        for (at, one) in all.iter().enumerate() {
            assert!(one[0] >= 0 && one[1] >= 0 && one[2] <= 60 && one[3] <= 12, "{one:?}");
            assert!(all[at + 1..].iter().all(|other| !overlap(*one, *other)), "{one:?}");
        }
        assert_eq!(placed, AREA.place(&points, &[[0, 0, 20, 1]]), "the same points, the same places");
    }

    #[test]
    fn a_label_stands_at_the_right_of_its_mark_and_at_the_left_where_the_area_ends() {
        let placed = AREA.place(&[point(10, 5, 8), point(58, 9, 8)], &[]);
        assert_eq!(placed[0], PlacedLabel { mark: Some([9, 5]), label: Some([12, 5]) });
        assert_eq!(placed[1], PlacedLabel { mark: Some([57, 9]), label: Some([48, 9]) });
    }

    #[test]
    fn a_label_that_fits_nowhere_is_left_out_and_its_mark_stays() {
        let placed = AREA.place(&[point(30, 5, 200)], &[]);
        assert_eq!(placed[0], PlacedLabel { mark: Some([29, 5]), label: None });
    }
}
