//! The bidirectional order of letters against all cases of Unicode's `BidiCharacterTest.txt`.
//!
//! What is tested is what the screen gets: the letters of a line from left to right, and the direction of each. That is
//! the parity of their level, which with the order is all of a level that can be seen.

use std::io::Read as _;

use waqai::base::Direction;
use waqai::text::inspect::Inspector;

const CASES: &[u8] = include_bytes!("text/BidiCharacterTest.txt.gz");

/// How many cases there are in Unicode 15.0.
const N_CASES: usize = 91_707;

struct Case {
    text: String,
    direction: Option<Direction>,
    /// The level of each character; `None` for those that rule X9 removes.
    levels: Vec<Option<u8>>,
    /// Numbers of characters, from left to right.
    order: Vec<usize>,
}

fn parse(line: &str) -> Case {
    let fields: Vec<&str> = line.split(';').collect();
    let character = |hex: &str| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).expect("a character");
    Case {
        text: fields[0].split(' ').map(character).collect(),
        direction: match fields[1] {
            "0" => Some(Direction::LeftToRight),
            "1" => Some(Direction::RightToLeft),
            _ => None,
        },
        levels: fields[3].split(' ').map(|level| level.parse().ok()).collect(),
        order: fields[4].split_whitespace().map(|index| index.parse().expect("a number")).collect(),
    }
}

/// What differs in a case; `None` if nothing does.
fn difference(inspector: &mut Inspector, case: &Case) -> Option<String> {
    let starts: Vec<usize> = case.text.char_indices().map(|(start, _)| start).collect();
    let shown = inspector.order(&case.text, case.direction);
    let cluster_of = |index: usize| shown.iter().position(|(bytes, _)| bytes.contains(&starts[index]));
    let mut expected = Vec::new();
    for &index in &case.order {
        let Some(cluster) = cluster_of(index) else { return Some(format!("character {index} is not shown")) };
        let is_rtl = case.levels[index].is_some_and(|level| level % 2 == 1);
        if shown[cluster].1.is_rtl() != is_rtl {
            return Some(format!("the direction of character {index}"));
        }
        // A letter and its marks are one thing on the screen.
        if expected.last() != Some(&cluster) {
            expected.push(cluster);
        }
    }
    let is_ascending = expected.windows(2).all(|pair| pair[0] < pair[1]);
    (!is_ascending).then(|| format!("the order is {expected:?}"))
}

#[test]
fn every_case_of_unicode_is_shown_in_its_order() {
    let mut text = String::new();
    flate2::read::GzDecoder::new(CASES).read_to_string(&mut text).unwrap();
    let mut inspector = Inspector::bundled();
    let mut n_cases = 0;
    let mut failures = Vec::new();
    for line in text.lines() {
        n_cases += 1;
        if let Some(difference) = difference(&mut inspector, &parse(line)) {
            failures.push(format!("{line}: {difference}"));
        }
    }
    assert_eq!(n_cases, N_CASES);
    assert!(failures.is_empty(), "{} of {n_cases}:\n{}", failures.len(), failures[..failures.len().min(40)].join("\n"));
}
