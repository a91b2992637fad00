//! Tables as CSV, with a header of `start,end,title,lane`; end and lane may be empty or not there.
//! Times are written as `base::written_time` reads them, from the beginning of the world to seconds: years are signed and counted
//! astronomically (`0` is 1 BCE), up to 20,000 million on either side. Both ends are included.

use csv::{ByteRecord, ReaderBuilder, Trim};

use super::EventFile;
use super::rows::{Row, Rows, time};
use crate::base::WrittenTime;
use crate::reader::{ReadCause, Watch};

/// So many rows are read before somebody is asked whether to go on.
const BETWEEN_LOOKS: u64 = 4_096;

/// The columns that are read, by their places.
struct Columns {
    start: usize,
    end: Option<usize>,
    title: usize,
    lane: Option<usize>,
}

/// The events of a table.
///
/// # Errors
/// Where the header names no start and title, no row has a time, or somebody wants it no more.
pub(in crate::reader) fn read(text: &str, watch: &Watch) -> Result<EventFile, ReadCause> {
    let mut reader = ReaderBuilder::new().trim(Trim::All).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let columns = reader.byte_headers().ok().and_then(Columns::of).ok_or(ReadCause::NoColumns)?;
    let mut rows = Rows::default();
    let mut record = ByteRecord::new();
    let mut looked = 0;
    // A field cannot be wrong: the text is UTF-8, and rows may be of any length.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let position = reader.position();
        rows.add(position.line().saturating_sub(1), columns.row(&record));
        if position.record() >= looked + BETWEEN_LOOKS {
            looked = position.record();
            watch.understood(usize::try_from(position.byte()).unwrap_or(usize::MAX), text.len())?;
        }
    }
    if rows.is_empty() { Err(ReadCause::NoRows) } else { Ok(rows.into_file(None)) }
}

/// Whether a text begins with the header of such a table.
pub(in crate::reader) fn has_header(text: &str) -> bool {
    let Some(line) = text.lines().next() else { return false };
    let mut reader = ReaderBuilder::new().trim(Trim::All).delimiter(delimiter(line)).from_reader(line.as_bytes());
    reader.byte_headers().is_ok_and(|header| Columns::of(header).is_some())
}

/// Programs that write a comma for a decimal point write a semicolon for a comma.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    [b',', b';', b'\t'].into_iter().find(|sign| header.as_bytes().contains(sign)).unwrap_or(b',')
}

impl Columns {
    fn of(header: &ByteRecord) -> Option<Self> {
        let named = |name: &str| header.iter().position(|field| field.trim_ascii().eq_ignore_ascii_case(name.as_bytes()));
        Some(Self { start: named("start")?, end: named("end"), title: named("title")?, lane: named("lane") })
    }

    fn row<'a>(&self, record: &'a ByteRecord) -> Option<Row<'a>> {
        let field =
            |at: Option<usize>| at.and_then(|at| record.get(at)).map_or(Some(""), |field| std::str::from_utf8(field).ok());
        let start = WrittenTime::parse(field(Some(self.start))?)?;
        let end = match field(self.end)? {
            "" => None,
            end => Some(WrittenTime::parse(end)?),
        };
        Some(Row { time: time(start, end)?, title: field(Some(self.title))?, lane: field(self.lane)?, details: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> EventFile {
        read(text, &Watch::default()).expect("a table")
    }

    #[test]
    fn a_row_is_an_event_on_its_lane() {
        let file = file("start,end,title,lane\n2024-01-05,,غارة,غزة\n2024-02,2024-03,\"a long, quoted one\",\n1991,,حرب,غزة\n");
        let titles: Vec<&str> = (0..3).map(|at| file.table.titles().get(at)).collect();
        assert_eq!(titles, ["غارة", "a long, quoted one", "حرب"]);
        let lanes: Vec<Option<&str>> = (0..3).map(|at| file.table.lane_name(at)).collect();
        assert_eq!(lanes, [Some("غزة"), None, Some("غزة")]);
        let days: Vec<(i64, bool)> =
            file.table.rows().iter().map(|row| (row.time.duration_secs() / 86_400, row.is_vague)).collect();
        assert_eq!(days, [(1, false), (29 + 31, false), (365, true)]);
        assert_eq!(file.unreadable, None);
    }

    #[test]
    fn columns_are_known_by_their_names_whatever_their_order_and_separator() {
        let file = file("\u{FEFF}Title;Note;START\nقمة;x;2024-05-01\n".trim_start_matches('\u{FEFF}'));
        assert_eq!((file.table.titles().get(0), file.table.rows().len()), ("قمة", 1));
        assert!(has_header("lane\ttitle\tstart\n"));
        assert!(!has_header("name,date\n") && !has_header(""));
    }

    #[test]
    fn rows_without_a_time_are_counted_and_the_others_stay() {
        let file = file("start,title\n2024-01-05,a\nyesterday,b\n2024-13-01,c\n2024-01-06,d\n");
        assert_eq!(file.table.rows().len(), 2);
        assert_eq!(file.unreadable.map(|unreadable| (unreadable.count, unreadable.first)), Some((2, 3)));
        assert_eq!(read("start,title\nno,b\n", &Watch::default()), Err(ReadCause::NoRows));
        assert_eq!(read("a,b\n1,2\n", &Watch::default()), Err(ReadCause::NoColumns));
    }

    #[test]
    fn an_end_before_its_beginning_is_no_time() {
        let file = file("start,end,title\n2024-01-05,2024-01-04,a\n2024-01-05,2024-01-05,b\n");
        assert_eq!((file.table.rows().len(), file.table.titles().get(0)), (1, "b"));
    }

    #[test]
    fn whoever_wants_it_no_more_gets_nothing() {
        let watch = Watch::default();
        watch.cancel();
        let text = format!("start,title\n{}", "2024-01-05,a\n".repeat(10_000));
        assert_eq!(read(&text, &watch), Err(ReadCause::Cancelled));
    }
}
