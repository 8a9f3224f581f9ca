use super::{ArrowMark, ArrowPath, Canvas, Drawing, DrawnBox, Glyph, Point};

/// The two ends of a straight piece of an arrow.
type Stroke = (Point, Point);

impl Canvas {
    /// Draws the boxes, then all level lines, then all upright lines, so that upright lines are never interrupted.
    pub(super) fn draw(&mut self, drawing: &Drawing) {
        for (drawn_box, at) in drawing.boxes.iter().zip(0..) {
            self.drawn_box(drawn_box, at);
        }
        for is_level in [true, false] {
            for (path, at) in drawing.paths.iter().zip(0..) {
                for (from, to) in pieces(path).filter(|(from, to)| (from.y == to.y) == is_level) {
                    self.piece((from, to), is_level, path.dotted, at);
                }
            }
        }
        for (path, at) in drawing.paths.iter().zip(0..) {
            self.turns(path, at);
            self.ends(path, at);
        }
    }

    fn drawn_box(&mut self, drawn_box: &DrawnBox, at: u32) {
        let (left, top) = (drawn_box.corner.x, drawn_box.corner.y);
        let (right, bottom) = (left + drawn_box.width - 1, top + drawn_box.height - 1);
        for y in top..=bottom {
            for x in left..=right {
                let glyph = match (x == left, x == right, y == top, y == bottom) {
                    (true, _, true, _) => Glyph::CornerUpperLeft,
                    (_, true, true, _) => Glyph::CornerUpperRight,
                    (true, _, _, true) => Glyph::CornerLowerLeft,
                    (_, true, _, true) => Glyph::CornerLowerRight,
                    (false, false, false, false) => Glyph::Blank,
                    (false, false, _, _) => Glyph::BorderLevel,
                    _ => Glyph::BorderUpright,
                };
                if let Some(cell) = self.cell_mut(Point { x, y }) {
                    (cell.glyph, cell.drawn_box) = (glyph, Some(at));
                }
            }
        }
    }

    fn put(&mut self, at: Point, glyph: Glyph, path: u32) {
        if let Some(cell) = self.cell_mut(at) {
            (cell.glyph, cell.path) = (glyph, Some(path));
        }
    }

    fn piece(&mut self, (from, to): Stroke, is_level: bool, dotted: bool, path: u32) {
        let glyph = match (is_level, dotted) {
            (true, false) => Glyph::Level,
            (false, false) => Glyph::Upright,
            (true, true) => Glyph::LevelDots,
            (false, true) => Glyph::UprightDots,
        };
        for y in from.y.min(to.y)..=from.y.max(to.y) {
            for x in from.x.min(to.x)..=from.x.max(to.x) {
                self.put(Point { x, y }, glyph, path);
            }
        }
    }

    fn turns(&mut self, path: &ArrowPath, at: u32) {
        for three in path.points.windows(3) {
            if let [before, turn, after] = three {
                let right = before.x.max(after.x) > turn.x;
                let down = before.y.max(after.y) > turn.y;
                let glyph = match (right, down) {
                    (true, true) => Glyph::RightDown,
                    (false, true) => Glyph::LeftDown,
                    (true, false) => Glyph::RightUp,
                    (false, false) => Glyph::LeftUp,
                };
                self.put(*turn, glyph, at);
            }
        }
    }

    /// Draws the port of an arrow, its head, and its mark on the last upright piece before the head.
    fn ends(&mut self, path: &ArrowPath, at: u32) {
        let ([start, next, ..], [.., before, head]) = (path.points.as_slice(), path.points.as_slice()) else {
            return;
        };
        let port = match (next.x > start.x, next.y < start.y) {
            (true, _) => Glyph::PortRight,
            (_, true) => Glyph::PortUp,
            _ => Glyph::PortDown,
        };
        self.put(*start, port, at);
        let (glyph, mark) = match (before.x > head.x, before.y > head.y) {
            (true, _) if path.dotted => (Glyph::HollowLeft, Point { x: before.x, y: before.y.saturating_sub(1) }),
            (_, true) if path.dotted => (Glyph::HollowUp, Point { x: head.x, y: head.y + 1 }),
            _ if path.dotted => (Glyph::HollowDown, Point { x: head.x, y: head.y.saturating_sub(1) }),
            (true, _) => (Glyph::HeadLeft, Point { x: before.x, y: before.y.saturating_sub(1) }),
            (_, true) => (Glyph::HeadUp, Point { x: head.x, y: head.y + 1 }),
            _ => (Glyph::HeadDown, Point { x: head.x, y: head.y.saturating_sub(1) }),
        };
        self.put(*head, glyph, at);
        if path.mark != ArrowMark::Bare {
            self.put(mark, Glyph::Mark(path.mark), at);
        }
    }
}

fn pieces(path: &ArrowPath) -> impl Iterator<Item = Stroke> {
    path.points.iter().copied().zip(path.points.iter().copied().skip(1))
}
