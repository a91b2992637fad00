//! The lines of a stream, one at a time: memory grows with the longest line, up to a limit, never with their number.
//! Knows no JSON.

use std::io::{self, BufRead};

/// Reads lines up to a limit.
pub struct Lines<R> {
    input: R,
    limit: usize,
    line: Vec<u8>,
    number: u64,
}

/// One line, without its line break.
#[derive(Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Counts from 1.
    pub number: u64,
    /// Its bytes; `None` where it is longer than the limit.
    pub bytes: Option<&'a [u8]>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`, of at most `limit` bytes each.
    #[must_use]
    pub fn new(input: R, limit: usize) -> Self {
        Self { input, limit, line: Vec::new(), number: 0 }
    }

    /// The next line; `None` at the end of the input. A line that is too long is read to its end and not kept.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub fn next_line(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        let mut length = 0_usize;
        loop {
            let available = match self.input.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if available.is_empty() && length == 0 {
                return Ok(None);
            }
            let end = available.iter().position(|byte| *byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            if length + part.len() <= self.limit {
                self.line.extend_from_slice(part);
            }
            let is_last = end.is_some() || available.is_empty();
            length += part.len() + usize::from(end.is_some());
            let consumed = part.len() + usize::from(end.is_some());
            self.input.consume(consumed);
            if is_last {
                self.number += 1;
                let content = length - usize::from(end.is_some());
                let bytes = (content <= self.limit).then_some(self.line.as_slice());
                return Ok(Some(Line { number: self.number, bytes }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8], buffer: usize, limit: usize) -> Vec<(u64, Option<Vec<u8>>)> {
        let mut lines = Lines::new(io::BufReader::with_capacity(buffer, input), limit);
        let mut found = Vec::new();
        while let Some(line) = lines.next_line().expect("memory can be read") {
            found.push((line.number, line.bytes.map(<[u8]>::to_vec)));
        }
        found
    }

    #[test]
    fn lines_end_with_a_break_or_the_input() {
        let all = |parts: [&str; 3]| parts.map(|part| Some(part.as_bytes().to_vec()));
        for buffer in 1..8 {
            let found = lines(b"ab\n\ncd", buffer, 10);
            assert_eq!(found.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 3]);
            assert_eq!(found.into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>(), all(["ab", "", "cd"]));
            assert_eq!(lines(b"a\n", buffer, 10).len(), 1);
            assert!(lines(b"", buffer, 10).is_empty());
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        for buffer in 1..8 {
            assert_eq!(lines(b"abcd\nabc\n", buffer, 3), [(1, None), (2, Some(b"abc".to_vec()))]);
        }
    }

    proptest::proptest! {
        #[test]
        fn lines_are_those_of_split(input in "[ab\n]{0,40}", buffer in 1usize..9) {
            let mut expected: Vec<&str> = input.split('\n').collect();
            if expected.last() == Some(&"") {
                expected.pop();
            }
            let found = lines(input.as_bytes(), buffer, 100);
            let found: Vec<_> = found.into_iter().filter_map(|(_, bytes)| bytes).collect();
            proptest::prop_assert_eq!(found, expected.iter().map(|line| line.as_bytes().to_vec()).collect::<Vec<_>>());
        }
    }
}
