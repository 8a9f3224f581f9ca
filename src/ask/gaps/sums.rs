/// Adds an amount at a place, if there is such a place.
pub(super) fn add(sums: &mut [f64], place: usize, amount: f64) {
    if let Some(sum) = sums.get_mut(place) {
        *sum += amount;
    }
}
