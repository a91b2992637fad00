//! The lines of a page: which signs stand beside each other, where words end, and which letter a mark belongs to.
//! Knows no direction: a line goes from left to right, as it is seen.

use super::glyphs::{Sign, is_mark};

/// Signs on one base line.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// What is seen, from left to right; a blank between words is a sign of its own, and [`BETWEEN_CELLS`] is one between cells.
    pub(super) signs: Vec<String>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

impl Line {
    /// Whether it falls into cells, as a row of a table does.
    pub(super) fn is_row(&self) -> bool {
        self.signs.iter().any(|sign| sign == BETWEEN_CELLS)
    }
}

/// Stands between the cells of a row.
pub(super) const BETWEEN_CELLS: &str = "\t";

/// How far a sign may stand off the line, in sizes: numbers of notes are raised, marks more so.
const OFF_LINE: f64 = 0.4;
const MARK_OFF_LINE: f64 = 1.2;

/// How far from a line a sign may be that was drawn later, in sizes.
const BESIDE: f64 = 0.7;

/// A gap that is as wide as this is a blank, in sizes: less where a line has no blanks of its own.
const GAP: f64 = 0.5;
const GAP_WITHOUT_BLANKS: f64 = 0.17;

/// A gap that is wider than this divides the cells of a table, in sizes.
const WIDE_GAP: f64 = 2.0;

/// A line in the making.
struct Draft {
    letters: Vec<Sign>,
    marks: Vec<Sign>,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

/// The lines of a page in the order in which they are drawn, which is that of reading for the programs that write articles.
pub(super) fn lines(signs: Vec<Sign>) -> Vec<Line> {
    let mut drafts: Vec<Draft> = Vec::new();
    for sign in signs {
        let index = place(&drafts, &sign);
        match index.and_then(|index| drafts.get_mut(index)) {
            Some(draft) => draft.add(sign),
            None => drafts.push(Draft::new(sign)),
        }
    }
    drafts.into_iter().filter_map(Draft::finish).collect()
}

/// The line that a sign belongs to: the latest, or an earlier one that it stands beside.
fn place(drafts: &[Draft], sign: &Sign) -> Option<usize> {
    let off = |draft: &Draft| if is_mark(&sign.text) || draft.letters.is_empty() { MARK_OFF_LINE } else { OFF_LINE };
    let fits = |draft: &Draft| (draft.y - sign.y).abs() <= off(draft) * draft.size.max(sign.size);
    let last = drafts.len().checked_sub(1)?;
    if fits(&drafts[last]) {
        return Some(last);
    }
    let beside = |draft: &Draft| sign.right >= draft.left - BESIDE * sign.size && sign.left <= draft.right + BESIDE * sign.size;
    // The latest lines only: a page of very many lines must not take time by their square.
    (last.saturating_sub(200)..last).rev().find(|&index| fits(&drafts[index]) && beside(&drafts[index]))
}

impl Draft {
    fn new(sign: Sign) -> Self {
        let (left, right, y, size) = (sign.left, sign.right, sign.y, sign.size);
        let mut draft = Self { letters: Vec::new(), marks: Vec::new(), left, right, y, size };
        draft.add(sign);
        draft
    }

    fn add(&mut self, sign: Sign) {
        if is_mark(&sign.text) {
            self.marks.push(sign);
            return;
        }
        // The first letter counts, not a mark that was drawn before it.
        if self.letters.is_empty() {
            (self.y, self.size) = (sign.y, sign.size);
        }
        if !sign.text.trim().is_empty() {
            self.left = self.left.min(sign.left);
            self.right = self.right.max(sign.right);
        }
        self.letters.push(sign);
    }

    fn finish(mut self) -> Option<Line> {
        self.letters.sort_by(|a, b| (a.left + a.right).total_cmp(&(b.left + b.right)));
        for mark in std::mem::take(&mut self.marks) {
            self.put_on_letter(mark);
        }
        self.put_blanks_into_gaps();
        let signs = self.words();
        (!signs.is_empty()).then_some(Line { signs, left: self.left, right: self.right, y: self.y, size: self.size })
    }

    /// The letter under the middle of the mark, or the nearest.
    fn put_on_letter(&mut self, mark: Sign) {
        let distance = |sign: &Sign| {
            if (sign.left..=sign.right).contains(&mark.middle) {
                0.0
            } else {
                (sign.left - mark.middle).abs().min((sign.right - mark.middle).abs())
            }
        };
        let letters = self.letters.iter_mut().filter(|sign| sign.text.chars().any(char::is_alphabetic));
        let nearest = letters.min_by(|a, b| {
            let from_middle = |sign: &Sign| (sign.middle - mark.middle).abs();
            distance(a).total_cmp(&distance(b)).then(from_middle(a).total_cmp(&from_middle(b)))
        });
        if let Some(letter) = nearest.filter(|letter| distance(letter) < letter.size) {
            letter.text.push_str(&mark.text);
        }
    }

    /// Some programs draw a blank over the letter beside it: it belongs to the gap where there is no other.
    fn put_blanks_into_gaps(&mut self) {
        let signs = &mut self.letters;
        for index in 1..signs.len().saturating_sub(1) {
            let (before, blank, behind) = (&signs[index - 1], &signs[index], &signs[index + 1]);
            let middle = f64::midpoint(blank.left, blank.right);
            let is_over = |letter: &Sign| !is_blank(letter) && letter.left < middle && middle < letter.right;
            if !is_blank(blank) {
                continue;
            }
            if is_over(behind) && is_blank(before) {
                signs.swap(index, index + 1);
            } else if is_over(before) && is_blank(behind) {
                signs.swap(index, index - 1);
            }
        }
    }

    /// The texts of the signs with a blank wherever there is one or room for one.
    fn words(&self) -> Vec<String> {
        let gap = if self.letters.iter().any(is_blank) { GAP } else { GAP_WITHOUT_BLANKS };
        let mut signs: Vec<String> = Vec::new();
        let mut before: Option<&Sign> = None;
        let mut is_blank_between = false;
        for sign in &self.letters {
            if is_blank(sign) {
                is_blank_between = true;
                continue;
            }
            if let Some(before) = before {
                let room = (sign.left - before.right) / sign.size.min(before.size);
                if room > WIDE_GAP {
                    signs.push(BETWEEN_CELLS.to_owned());
                } else if room > gap || is_blank_between {
                    signs.push(" ".to_owned());
                }
            }
            signs.push(sign.text.clone());
            (before, is_blank_between) = (Some(sign), false);
        }
        signs
    }
}

fn is_blank(sign: &Sign) -> bool {
    sign.text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(text: &str, left: f64, y: f64) -> Sign {
        let width = if is_mark(text) { 0.0 } else { 5.0 };
        Sign { text: text.to_owned(), left, right: left + width, middle: left + width / 2.0, y, size: 10.0 }
    }

    fn seen(signs: &[Sign]) -> Vec<String> {
        lines(signs.to_vec()).into_iter().map(|line| line.signs.concat()).collect()
    }

    #[test]
    fn signs_stand_in_lines_from_left_to_right() {
        let signs =
            [sign("b", 5.0, 100.0), sign("a", 0.0, 100.0), sign("c", 0.0, 80.0), sign("d", 10.0, 100.0), sign("2", 5.0, 83.0)];
        assert_eq!(seen(&signs), ["abd", "c2"]);
    }

    #[test]
    fn gaps_are_blanks() {
        assert_eq!(seen(&[sign("a", 0.0, 0.0), sign("b", 7.5, 0.0), sign("c", 12.6, 0.0)]), ["a bc"]);
        assert_eq!(seen(&[sign("a", 0.0, 0.0), sign(" ", 5.0, 0.0), sign("b", 10.0, 0.0), sign("c", 17.0, 0.0)]), ["a bc"]);
    }

    #[test]
    fn a_blank_drawn_over_a_letter_goes_to_the_gap_without_one() {
        let blank = |left: f64| Sign { right: left + 2.0, middle: left + 1.0, ..sign(" ", left, 0.0) };
        let signs = [sign("a", 0.0, 0.0), blank(5.0), blank(7.2), sign("b", 7.0, 0.0), sign("c", 14.0, 0.0)];
        assert_eq!(seen(&signs), ["a b c"]);
        let signs = [sign("a", 0.0, 0.0), sign("b", 7.0, 0.0), blank(9.8), blank(12.0), sign("c", 14.0, 0.0)];
        assert_eq!(seen(&signs), ["a b c"]);
    }

    #[test]
    fn cells_stand_far_apart() {
        assert_eq!(seen(&[sign("a", 0.0, 0.0), sign("b", 26.0, 0.0), sign(" ", 31.0, 0.0), sign("c", 36.0, 0.0)]), ["a\tb c"]);
    }

    #[test]
    fn marks_go_to_the_letter_that_they_stand_over() {
        let signs = [sign("\u{651}", 7.0, 106.0), sign("ص", 5.0, 100.0), sign("ل", 0.0, 100.0), sign("\u{64F}", 2.5, 100.0)];
        assert_eq!(seen(&signs), ["ل\u{64F}ص\u{651}"]);
        assert_eq!(seen(&[sign("\u{651}", 7.0, 106.0), sign("1", 5.0, 100.0)]), ["1"]);
    }
}
