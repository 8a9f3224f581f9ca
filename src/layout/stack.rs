//! Assigns rows: puts the layers and the channels between them one below the other, and leads the arrows through them.

use super::channel::{LinkPath, channel};
use super::drawing::{ArrowPath, Drawing, DrawnBox, Point};
use super::layered::Layered;
use super::port::Ports;
use super::sized::{LOOP_COLUMNS, SizedSketch};
use super::slots::Slots;
use super::{ArrowMark, SketchBox};

/// The rows of a box with one line in it.
const BOX_ROWS: usize = 3;

/// The rows of an arrow from a box to itself: one out, one with its mark, and one back.
const LOOP_ROWS: usize = 3;

/// The rows of the channel between two layers.
#[derive(Clone, Copy, Debug, Default)]
struct ChannelRows {
    /// The rows for heads and marks of arrows that end at the layer above.
    over: usize,
    tracks: usize,
    /// The rows for marks and heads of arrows that end at the layer below.
    under: usize,
}

struct Stack<'a> {
    sized: &'a SizedSketch<'a>,
    net: &'a Layered,
    columns: &'a Slots<usize>,
    ports: &'a Ports,
    link_paths: Slots<LinkPath>,
    /// The links of each arrow, from the top down.
    links: Slots<Vec<usize>>,
    /// The first row of each layer, and of the channel below it.
    rows: Slots<usize>,
    channel_rows: Slots<ChannelRows>,
    tallest: Slots<usize>,
}

/// Assigns rows to all boxes and arrows; returns the drawing.
pub(super) fn stacked(sized: &SizedSketch<'_>, net: &Layered, columns: &Slots<usize>, ports: &Ports) -> Drawing {
    let mut stack = Stack {
        sized,
        net,
        columns,
        ports,
        link_paths: Slots::new(net.links.len()),
        links: Slots::new(sized.ends.len()),
        rows: Slots::new(net.layers.len()),
        channel_rows: Slots::new(net.layers.len()),
        tallest: Slots::filled(BOX_ROWS, net.layers.len()),
    };
    for (at, link) in net.links.iter().enumerate() {
        stack.links[link.edge].push(at);
    }
    stack.lay_channels();
    stack.pile();
    stack.drawing()
}

impl Stack<'_> {
    /// Finds the paths of all links, and the rows of every channel.
    fn lay_channels(&mut self) {
        let mut by_layer: Slots<Vec<usize>> = Slots::new(self.net.layers.len());
        for (at, link) in self.net.links.iter().enumerate() {
            by_layer[self.net.rank[link.upper]].push(at);
        }
        for (layer, links) in by_layer.iter().enumerate() {
            let (paths, tracks) = channel(&links.iter().map(|at| self.ends(*at)).collect::<Vec<_>>());
            for (path, link) in paths.iter().zip(links) {
                self.link_paths[*link] = *path;
            }
            let mut rows = ChannelRows { over: 0, tracks, under: 0 };
            for link in links.iter().map(|at| self.net.links[*at]) {
                let to = self.sized.ends.get(link.edge).map_or(usize::MAX, |(_, to)| *to);
                let needed = 1 + usize::from(self.mark(link.edge) != ArrowMark::Bare);
                if link.upper == to {
                    rows.over = rows.over.max(needed);
                } else if link.lower == to {
                    rows.under = rows.under.max(needed);
                }
            }
            self.channel_rows[layer] = rows;
        }
    }

    /// The column of the upper end of a link, and that of its lower end.
    fn ends(&self, at: usize) -> (usize, usize) {
        let link = self.net.links[at];
        (self.columns[link.upper] + self.ports.upper[at], self.columns[link.lower] + self.ports.lower[at])
    }

    fn is_dotted(&self, edge: usize) -> bool {
        self.sized.sketch.edges().get(edge).is_some_and(|edge| edge.dotted)
    }

    fn mark(&self, edge: usize) -> ArrowMark {
        self.sized.sketch.edges().get(edge).map(|edge| edge.mark).unwrap_or_default()
    }

    fn height(&self, node: usize) -> usize {
        BOX_ROWS.max(2 + LOOP_ROWS * self.sized.loops[node].len())
    }

    /// Computes the first row of every layer: the layers are one below the other, with their channels between them.
    fn pile(&mut self) {
        let mut row = 0;
        for layer in 0..self.net.layers.len() {
            let nodes = self.net.layers[layer].iter().filter(|vertex| !self.net.is_bend(**vertex));
            self.tallest[layer] = nodes.map(|node| self.height(*node)).max().unwrap_or(BOX_ROWS);
            self.rows[layer] = row;
            let ChannelRows { over, tracks, under } = self.channel_rows[layer];
            row += self.tallest[layer] + (over + tracks + under).max(1);
        }
    }

    fn drawing(&self) -> Drawing {
        let boxes: Vec<DrawnBox> =
            self.sized.sketch.nodes().enumerate().map(|(at, node)| self.drawn_box(at, node)).collect();
        let paths: Vec<ArrowPath> =
            self.sized.ends.iter().enumerate().map(|(edge, ends)| self.path(edge, *ends)).collect();
        let right = |drawn_box: &DrawnBox| drawn_box.corner.x + drawn_box.width;
        let points = || paths.iter().flat_map(|path| &path.points);
        let width = boxes.iter().map(right).chain(points().map(|point| point.x + 1)).max().unwrap_or_default();
        let height = boxes.iter().map(|drawn_box| drawn_box.corner.y + drawn_box.height).max().unwrap_or_default();
        Drawing { boxes, paths, width, height, label: self.sized.label }
    }

    fn drawn_box(&self, at: usize, (id, node): (&str, &SketchBox)) -> DrawnBox {
        DrawnBox {
            id: id.to_owned(),
            label: self.sized.shown[at].text.clone(),
            cut: self.sized.shown[at].cut,
            group: node.group.clone(),
            layer: self.net.rank[at],
            corner: Point { x: self.columns[at], y: self.rows[self.net.rank[at]] },
            width: self.sized.box_widths[at],
            height: self.height(at),
        }
    }

    fn path(&self, edge: usize, (from, to): (usize, usize)) -> ArrowPath {
        let upward = self.net.rank[from] > self.net.rank[to];
        let mut points = if from == to { self.around(edge, from) } else { self.down(edge, upward) };
        if upward {
            points.reverse();
        }
        let bends = self.net.chains[edge].iter().filter(|vertex| self.net.is_bend(**vertex));
        let bends = bends.map(|vertex| (self.net.rank[*vertex], self.columns[*vertex])).collect();
        ArrowPath { edge, from, to, mark: self.mark(edge), dotted: self.is_dotted(edge), upward, points, bends }
    }

    /// The points of an arrow from a node to itself: from the right border outwards, down, and back to the border.
    fn around(&self, edge: usize, node: usize) -> Vec<Point> {
        let place = self.sized.loops[node].iter().position(|other| *other == edge).unwrap_or_default();
        let y = self.rows[self.net.rank[node]] + 1 + LOOP_ROWS * place;
        let x = self.columns[node] + self.sized.box_widths[node] - 1;
        let (out, back) = (x + LOOP_COLUMNS, y + LOOP_ROWS - 1);
        vec![Point { x, y }, Point { x: out, y }, Point { x: out, y: back }, Point { x: x + 1, y: back }]
    }

    /// The points of an arrow between two nodes, from the upper box to the lower one.
    fn down(&self, edge: usize, upward: bool) -> Vec<Point> {
        let mut polyline = Polyline::default();
        for at in &self.links[edge] {
            let link = self.net.links[*at];
            let (from, to) = self.ends(*at);
            let layer = self.net.rank[link.upper];
            let over = if self.net.is_bend(link.upper) { 0 } else { self.height(link.upper) - 1 + usize::from(upward) };
            polyline.go(from, self.rows[layer] + over);
            let first = self.rows[layer] + self.tallest[layer] + self.channel_rows[layer].over;
            match self.link_paths[*at] {
                LinkPath::Straight => {}
                LinkPath::Level(track) => {
                    polyline.go(from, first + track);
                    polyline.go(to, first + track);
                }
                LinkPath::Detour { first: track, column, second } => {
                    polyline.go(from, first + track);
                    polyline.go(column, first + track);
                    polyline.go(column, first + second);
                    polyline.go(to, first + second);
                }
            }
            let under = usize::from(!upward && !self.net.is_bend(link.lower));
            polyline.go(to, self.rows[layer + 1] - under);
        }
        polyline.points
    }
}

/// A line that is stored as its ends and the points where it turns.
#[derive(Debug, Default)]
struct Polyline {
    points: Vec<Point>,
}

impl Polyline {
    fn go(&mut self, x: usize, y: usize) {
        let next = Point { x, y };
        if let [.., before, last] = self.points.as_slice()
            && ((before.x == last.x && last.x == x) || (before.y == last.y && last.y == y))
        {
            self.points.pop();
        }
        if self.points.last() != Some(&next) {
            self.points.push(next);
        }
    }
}
