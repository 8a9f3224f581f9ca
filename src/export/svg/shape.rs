use crate::record::Kind;

/// The outline of a box as an SVG path; each kind of thing has its own shape, so that kinds differ without colour.
///
/// The upper and the lower edge are level between the corners, because arrows end there.
pub(super) fn outline(kind: Kind, [left, top, width, height]: [usize; 4]) -> String {
    let (right, bottom, middle) = (left + width, top + height, top + height / 2);
    match kind {
        Kind::Initiative => angled([left, top, right, bottom], 8),
        Kind::Process => {
            let (point, notch) = (right - 7, left + 7);
            format!("M{left} {top}H{point}L{right} {middle}L{point} {bottom}H{left}L{notch} {middle}Z")
        }
        Kind::Factor => rounded([left, top, right, bottom], height / 2),
        Kind::Resource => cylinder([left, top, right, bottom]),
        Kind::Incentive => {
            let (inner_left, inner_right) = (left + 7, right - 7);
            format!(
                "M{inner_left} {top}H{inner_right}L{right} {middle}L{inner_right} {bottom}H{inner_left}L{left} {middle}Z"
            )
        }
        Kind::Forum => {
            let inner = rounded([left + 3, top + 3, right - 3, bottom - 3], 3);
            format!("{}{inner}", rounded([left, top, right, bottom], 5))
        }
        Kind::Purpose => {
            let (inner_left, inner_right) = (left + 7, right - 7);
            format!("M{inner_left} {top}H{inner_right}L{right} {bottom}H{left}Z")
        }
        Kind::Voice => {
            let (tail, corner) = (left + 9, bottom - 9);
            format!("M{left} {top}H{right}V{bottom}H{tail}L{left} {corner}Z")
        }
        Kind::Party => {
            let under = top + 3;
            format!("M{left} {top}H{right}V{bottom}H{left}ZM{left} {under}H{right}")
        }
        Kind::Unknown => rounded([left, top, right, bottom], 4),
    }
}

fn cylinder([left, top, right, bottom]: [usize; 4]) -> String {
    let (upper, lower) = (top + 5, bottom - 5);
    let (half, low) = ((right - left) / 2, 5);
    format!(
        "M{left} {upper}A{half} {low} 0 0 1 {right} {upper}V{lower}A{half} {low} 0 0 1 {left} {lower}Z\
         M{left} {upper}A{half} {low} 0 0 0 {right} {upper}"
    )
}

fn angled([left, top, right, bottom]: [usize; 4], cut: usize) -> String {
    let (near, far, upper, lower) = (left + cut, right - cut, top + cut, bottom - cut);
    format!("M{near} {top}H{far}L{right} {upper}V{lower}L{far} {bottom}H{near}L{left} {lower}V{upper}Z")
}

fn rounded([left, top, right, bottom]: [usize; 4], radius: usize) -> String {
    // The radius is limited so that arrows at the outermost columns still end at the edge.
    let r = radius.min(12);
    let (near, far, upper, lower) = (left + r, right - r, top + r, bottom - r);
    format!(
        "M{near} {top}H{far}A{r} {r} 0 0 1 {right} {upper}V{lower}A{r} {r} 0 0 1 {far} {bottom}H{near}\
         A{r} {r} 0 0 1 {left} {lower}V{upper}A{r} {r} 0 0 1 {near} {top}Z"
    )
}
