//! From the order in which a line is seen to the order in which it is read: the bidirectional algorithm of Unicode (UAX #9) backwards.
//! What was seen does not tell everything: a Latin word and a number beside it are taken to be read from left to right.

use super::lines::BETWEEN_CELLS;

/// What a sign does to the direction, by its first character that does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Right,
    Left,
    Digit,
    /// Between two digits it belongs to the number.
    Separator,
    /// Beside a number it belongs to it, unless Arabic letters came before.
    Terminator,
    Neutral,
}

/// Brackets and quotation marks that are mirrored, each opening one before its closing one.
const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];

/// Stands for the first of [`PAIRS`] where it is read from right to left, the next for the next: beyond all letters, for private use.
const UNDECIDED: u32 = 0x0010_FF00;

/// How many letters go either way.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letters {
    pub(super) n_right: usize,
    pub(super) n_left: usize,
}

impl Letters {
    /// Counts those of a line.
    pub(super) fn of(signs: &[String]) -> Self {
        let count = |class: Class| signs.iter().filter(|sign| self::class(sign) == class).count();
        Self { n_right: count(Class::Right), n_left: count(Class::Left) }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { n_right: self.n_right + other.n_right, n_left: self.n_left + other.n_left }
    }

    /// Whether most go from right to left; where there are none, `otherwise`.
    pub(super) fn is_right_to_left(self, otherwise: bool) -> bool {
        if self.n_right == self.n_left { otherwise } else { self.n_right > self.n_left }
    }
}

/// The text of a line that is seen as `signs`, from left to right. Brackets read from right to left wait for [`decided`].
pub(super) fn logical(signs: &[String], right_to_left: bool) -> String {
    let mut cells: Vec<String> = signs.split(|sign| sign == BETWEEN_CELLS).map(|cell| of_cell(cell, right_to_left)).collect();
    if right_to_left {
        cells.reverse();
    }
    cells.join(" ")
}

fn of_cell(signs: &[String], right_to_left: bool) -> String {
    let classes: Vec<Class> = signs.iter().map(|sign| class(sign)).collect();
    let mut text = String::new();
    if right_to_left {
        from_right(signs, &classes, &mut text);
    } else {
        from_left(signs, &classes, &mut text);
    }
    text
}

/// A line that starts at the right: all is turned around but what stands from left to right in it.
fn from_right(signs: &[String], classes: &[Class], text: &mut String) {
    let mut end = signs.len();
    while end > 0 {
        match left_to_right_ending(classes, end) {
            Some(start) => {
                text.extend(signs[start..end].iter().map(String::as_str));
                end = start;
            }
            None => {
                end -= 1;
                text.extend(signs[end].chars().map(undecided));
            }
        }
    }
}

/// A line that starts at the left: only what goes from right to left in it is turned around.
fn from_left(signs: &[String], classes: &[Class], text: &mut String) {
    let mut start = 0;
    while start < signs.len() {
        if classes[start] != Class::Right {
            text.push_str(&signs[start]);
            start += 1;
            continue;
        }
        let before_left = classes[start..].iter().position(|class| *class == Class::Left).map_or(signs.len(), |n| start + n);
        let last = classes[..before_left].iter().rposition(|class| *class == Class::Right).unwrap_or(start);
        from_right(&signs[start..=last], &classes[start..=last], text);
        start = last + 1;
    }
}

/// Where the signs that stand from left to right and end before `end` start; `None` where there are none.
fn left_to_right_ending(classes: &[Class], end: usize) -> Option<usize> {
    let last = classes[end - 1];
    // Behind Arabic letters, a sign of percent is seen on the other side of its number.
    let is_first = !classes[end..].contains(&Class::Right);
    let ends_number = is_first && last == Class::Terminator;
    let number = number_ending(classes, if ends_number { end - 1 } else { end });
    if last != Class::Left && number.is_none() {
        return None;
    }
    // As far as there is no letter that goes from right to left, down to the first Latin letter.
    let first_allowed = classes[..end].iter().rposition(|class| *class == Class::Right).map_or(0, |right| right + 1);
    let first_left = classes[first_allowed..end].iter().position(|class| *class == Class::Left).map(|n| first_allowed + n);
    let Some(first_left) = first_left else { return number };
    // Digits that touch the letter belong to its word.
    Some(number_ending(classes, first_left).filter(|start| *start >= first_allowed).unwrap_or(first_left))
}

/// Where the number that ends before `end` starts; `None` where no number ends there.
fn number_ending(classes: &[Class], end: usize) -> Option<usize> {
    let mut start = end;
    while start > 0 {
        match classes[start - 1] {
            Class::Digit => start -= 1,
            Class::Separator if start < end && start > 1 && classes[start - 2] == Class::Digit => start -= 1,
            _ => break,
        }
    }
    (start < end).then_some(start)
}

fn class(sign: &str) -> Class {
    let of_character = |character: char| match character {
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' | '0'..='9' => Some(Class::Digit),
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' if character.is_alphabetic() => {
            Some(Class::Right)
        }
        '%' | '\u{66A}' | '\u{2030}' | '$' | '€' | '£' | '°' => Some(Class::Terminator),
        '.' | ',' | ':' | '/' | '\u{A0}' | '\u{66B}' | '\u{66C}' => Some(Class::Separator),
        _ if character.is_alphabetic() => Some(Class::Left),
        _ => None,
    };
    sign.chars().find_map(of_character).unwrap_or(Class::Neutral)
}

fn undecided(character: char) -> char {
    let index = PAIRS.iter().flat_map(|(open, close)| [open, close]).position(|other| *other == character);
    index.and_then(|index| char::from_u32(UNDECIDED + u32::try_from(index).ok()?)).unwrap_or(character)
}

/// `text` with its brackets turned as they must be: some programs write the character, others the shape that is seen.
/// What opens before it closes is right.
pub(super) fn decided(mut text: String) -> String {
    for (index, (open, close)) in (0..).step_by(2).zip(PAIRS) {
        let (Some(first), Some(second)) = (char::from_u32(UNDECIDED + index), char::from_u32(UNDECIDED + index + 1)) else {
            continue;
        };
        let turned = n_faults(&text, second, first) < n_faults(&text, first, second);
        let (first_is, second_is) = if turned { (close, open) } else { (open, close) };
        text = text.replace(first, first_is.encode_utf8(&mut [0; 4])).replace(second, second_is.encode_utf8(&mut [0; 4]));
    }
    text
}

/// How often something closes that was not open.
fn n_faults(text: &str, open: char, close: char) -> usize {
    let (mut depth, mut n_faults) = (0_usize, 0_usize);
    for character in text.chars() {
        if character == open {
            depth += 1;
        } else if character == close {
            n_faults += usize::from(depth == 0);
            depth = depth.saturating_sub(1);
        }
    }
    n_faults
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `seen` from left to right, where Arabic letters stand in the order they are seen in.
    fn read(seen: &str) -> String {
        let signs: Vec<String> = seen.chars().map(|character| character.to_string()).collect();
        decided(logical(&signs, true))
    }

    #[test]
    fn words_turn_around_and_numbers_do_not() {
        for (seen, expected) in [
            ("دفو 145 مض", "ضم 145 وفد"),
            (".2023/11/15 يف", "في 2023/11/15."),
            ("2,350 / 08:30 نم", "من 08:30 / 2,350"),
            ("2009-2004 نيب", "بين 2004-2009"),
            ("%20 موسر", "رسوم 20%"),
            ("بلح\t12.5%\t2021", "2021 12.5% حلب"),
            ("12.5%\tبلح", "حلب 12.5%"),
            ("٪٢٠ ماع", "عام ٢٠٪"),
            ("ادقع Atlas Logistics ةكرش", "شركة Atlas Logistics عقدا"),
            ("ناك Windows 11 نإ", "إن Windows 11 كان"),
            ("ةكبش 5G دعب", "بعد 5G شبكة"),
        ] {
            assert_eq!(read(seen), expected);
        }
    }

    #[test]
    fn brackets_open_before_they_close_whichever_way_they_were_written() {
        assert_eq!(read("(ICRC) رمحأ"), "أحمر (ICRC)");
        assert_eq!(read(")ICRC( رمحأ"), "أحمر (ICRC)");
        assert_eq!(read("»ىلوأ« لاق"), "قال «أولى»");
        assert_eq!(read("«ىلوأ» لاق"), "قال «أولى»");
    }

    #[test]
    fn a_latin_line_turns_its_arabic_words_only() {
        let signs: Vec<String> = "see here دفو 12 مض (ok)".chars().map(|character| character.to_string()).collect();
        assert_eq!(decided(logical(&signs, false)), "see here ضم 12 وفد (ok)");
        assert!(!Letters::of(&signs).is_right_to_left(true));
    }
}
