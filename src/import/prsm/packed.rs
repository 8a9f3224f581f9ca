/// The number of bits in a character of a packed text; a character is as much above its value as the offset says, so
/// that it is never one that acts.
const BITS: u32 = 15;
const OFFSET: u32 = 32;

/// Returns the text that was packed by LZ-String for UTF-16, or its first `limit` code units; a longer one is returned
/// one unit longer. `None` for a text that was not packed so, or not whole.
pub(super) fn unpacked(text: &str, limit: usize) -> Option<String> {
    let mut bits = PackedBits { letters: text.chars(), value: 0, left: 0 };
    let mut units: Vec<u16> = Vec::new();
    // What a code stands for is a part of the text so far: where it begins, and how long it is. The first three codes
    // are a character of 8 bits, one of 16 bits, and the end.
    let mut known: Vec<(usize, usize)> = vec![(0, 0); 3];
    let (mut width, mut until_wider) = (3, 4_usize);
    match bits.take(2)? {
        0 => units.push(u16::try_from(bits.take(8)?).ok()?),
        1 => units.push(u16::try_from(bits.take(16)?).ok()?),
        _ => return None,
    }
    known.push((0, 1));
    let mut before = (0, 1);
    while units.len() <= limit {
        let code = bits.take(width)?;
        let begins = units.len();
        let entry = match code {
            0 | 1 => {
                units.push(u16::try_from(bits.take(if code == 0 { 8 } else { 16 })?).ok()?);
                known.push((begins, 1));
                until_wider -= 1;
                (begins, 1)
            }
            2 => return Some(String::from_utf16_lossy(&units)),
            code => {
                let code = usize::try_from(code).ok()?;
                // A code that is to be made by this very step is what was before, and its first character again.
                let (start, length) = match known.get(code) {
                    Some(entry) => *entry,
                    None if code == known.len() => (before.0, before.1 + 1),
                    None => return None,
                };
                for at in start..start + length {
                    units.push(*units.get(at)?);
                    if units.len() > limit + 1 {
                        break;
                    }
                }
                (begins, length)
            }
        };
        if until_wider == 0 {
            until_wider = 1_usize.checked_shl(width)?;
            width += 1;
        }
        known.push((before.0, before.1 + 1));
        before = entry;
        until_wider -= 1;
        if until_wider == 0 {
            until_wider = 1_usize.checked_shl(width)?;
            width += 1;
        }
    }
    Some(String::from_utf16_lossy(&units))
}

/// The bits of a packed text, the first of a character first.
struct PackedBits<'a> {
    letters: std::str::Chars<'a>,
    value: u32,
    /// The number of bits of the current character that are not read yet.
    left: u32,
}

impl PackedBits<'_> {
    /// Returns a number of so many bits, the lowest first.
    fn take(&mut self, width: u32) -> Option<u32> {
        let mut number = 0;
        for place in 0..width {
            if self.left == 0 {
                self.value = u32::from(self.letters.next()?).checked_sub(OFFSET)?;
                self.left = BITS;
            }
            self.left -= 1;
            number |= (self.value >> self.left & 1).checked_shl(place)?;
        }
        Some(number)
    }
}
