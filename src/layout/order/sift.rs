use super::search::OrderSearch;

impl OrderSearch<'_> {
    /// Moves every vertex once to the best position of its layer; returns the number of intersections that remain.
    pub(super) fn sift(&mut self) -> usize {
        for at in 0..self.layers.len() {
            let vertices = self.layers.get(at).cloned().unwrap_or_default();
            for vertex in vertices {
                self.sift_vertex(at, vertex);
            }
        }
        self.transpose();
        self.count()
    }

    /// Moves a vertex to the best position of its layer: sums up, to the left and to the right, the gain of passing
    /// each of the other vertices.
    pub(super) fn sift_vertex(&mut self, at: usize, vertex: usize) {
        if self.budget == 0 || self.groups.is_bound(vertex) {
            return;
        }
        let Some(layer) = self.layers.get_mut(at) else { return };
        let mut layer = std::mem::take(layer);
        let own = self.place[vertex];
        let mut best = (0, own);
        for to_right in [false, true] {
            let mut sum = 0;
            let mut place = own;
            loop {
                let next = if to_right { Some(place + 1) } else { place.checked_sub(1) };
                let Some((next, other)) = next.and_then(|next| layer.get(next).map(|other| (next, *other))) else {
                    break;
                };
                sum += if to_right { self.gain(vertex, other) } else { self.gain(other, vertex) };
                place = next;
                if sum > best.0 && self.is_open(&layer, own, place) {
                    best = (sum, place);
                }
            }
        }
        self.saved += best.0;
        if best.1 != own {
            let vertex = layer.remove(own);
            layer.insert(best.1, vertex);
        }
        if let Some(slot) = self.layers.get_mut(at) {
            *slot = layer;
        }
        if best.1 != own {
            self.renumber(at);
        }
    }

    /// Whether a vertex without a group may stand at a position: it must not separate two vertices of one group.
    fn is_open(&self, layer: &[usize], own: usize, place: usize) -> bool {
        let (left, right) = if place > own { (Some(place), place + 1) } else { (place.checked_sub(1), place) };
        let at = |place: Option<usize>| place.and_then(|place| layer.get(place)).copied();
        match (at(left), at(Some(right))) {
            (Some(left), Some(right)) => !self.groups.is_bound(left) || !self.groups.may_swap(left, right),
            _ => true,
        }
    }
}
