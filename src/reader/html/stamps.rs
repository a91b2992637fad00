//! Lines that a page puts between the headline and the article, or below a picture, and that no class gives away: the day of publication
//! in words, and whose picture it is. Told by their digits and signs; what the words say is not understood here.

use super::dates::YEARS;
use crate::reader::paragraphs::Paragraphs;

/// A line that says when is short, in characters.
const MAX_LINE: usize = 90;

/// The article has begun with a line as long as this, in characters.
const LONG: usize = 100;

/// Dates that stand as often as this in lines of their own are the headings of a chronology.
const CHRONOLOGY: usize = 3;

/// `text` without them; as it is where nothing else would be left.
pub(super) fn without(text: String) -> String {
    let n_dates = text.lines().filter(|line| is_date(line)).count();
    if n_dates == 0 && !text.lines().any(is_credit) {
        return text;
    }
    let mut has_begun = n_dates >= CHRONOLOGY;
    let mut rest = Paragraphs::default();
    for line in text.split('\n') {
        has_begun |= line.chars().count() >= LONG;
        if line.is_empty() {
            rest.paragraph();
        } else if !is_credit(line) && (has_begun || !is_date(line)) {
            rest.words(line);
            rest.line();
        }
    }
    let rest = rest.finish();
    if rest.is_empty() { text } else { rest }
}

/// Whether a short line that is no sentence holds a day of a month and, a month further, a year.
fn is_date(line: &str) -> bool {
    let is_sentence = line.trim_end().ends_with(['.', '؟', '!', ':']);
    if is_sentence || line.chars().count() > MAX_LINE {
        return false;
    }
    let numbers = numbers(line);
    numbers.windows(2).any(|pair| {
        let between = &line[pair[0].end..pair[1].start];
        let is_year = |number: &Number| YEARS.contains(&number.value);
        let is_day = |number: &Number| (1..=31).contains(&number.value);
        (is_day(&pair[0]) && is_year(&pair[1]) && is_month(between))
            || (is_year(&pair[0]) && is_day(&pair[1]) && words(between).next().is_none())
    })
}

/// Whether a month can stand there: by a number elsewhere, by a word, or by two: «آب/أغسطس», «كانون الثاني».
fn is_month(between: &str) -> bool {
    let mut words = words(between);
    match (words.next(), words.next(), words.next()) {
        (_, None, _) => true,
        (_, Some(second), None) => between.contains(['/', '-']) || second.starts_with("ال"),
        _ => false,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether a short line begins with the sign of those who own the picture or the page.
fn is_credit(line: &str) -> bool {
    line.trim_start().starts_with('©') && line.chars().count() <= MAX_LINE
}

/// A number in a line, and where it stands.
struct Number {
    value: i32,
    start: usize,
    end: usize,
}

/// The numbers of a line, of any digits; those that are too long for a year are none.
fn numbers(line: &str) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    for (start, c) in line.char_indices() {
        let Some(digit) = digit(c) else { continue };
        let end = start + c.len_utf8();
        match numbers.last_mut().filter(|number| number.end == start) {
            Some(number) => (number.value, number.end) = (number.value.saturating_mul(10).saturating_add(digit), end),
            None => numbers.push(Number { value: digit, start, end }),
        }
    }
    numbers
}

/// The value of a digit: European, Arabic, or as Persian and Urdu write it.
fn digit(c: char) -> Option<i32> {
    let european = match c {
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        c => c.to_digit(10)?,
    };
    i32::try_from(european).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAD: &str = "أعلنت وزارة النقل يوم الأحد إعادة فتح معبر الوادي أمام المسافرين، بعد أن توصل وفدان إلى اتفاق في جنيف أمس";

    #[test]
    fn a_date_above_the_article_is_no_part_of_it() {
        for stamp in [
            "الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21 (GMT+0400)",
            "November 9, 2020",
            "٢٠٢٤/٣/٥",
            "الثلاثاء 5 كانون الثاني 2024",
            "نشر في 5 آذار 2024 09:22 مساء",
        ] {
            assert_eq!(
                without(format!("عنوان\n\n{stamp}\n\n{LEAD}\n\nثم غادر.")),
                format!("عنوان\n\n{LEAD}\n\nثم غادر."),
                "{stamp}"
            );
        }
    }

    #[test]
    fn what_only_looks_like_a_date_stays() {
        for line in [
            "خطة 2030 للنقل",
            "وصل الوفد في 3 آذار 2024.",
            "العريش - سالم",
            "3 آذار",
            "مقتل 12 شخصا في هجوم 2020",
            "مقتل 40 عام 2020",
        ] {
            let text = format!("{line}\n\n{LEAD}");
            assert_eq!(without(text.clone()), text);
        }
        let below = format!("{LEAD}\n\nالأحد 3 آذار 2024");
        assert_eq!(without(below.clone()), below);
        let chronology = "5 آذار 2024\n\nوصل الوفد.\n\n6 آذار 2024\n\nغادر.\n\n7 آذار 2024\n\nعاد.";
        assert_eq!(without(chronology.to_owned()), chronology);
        assert_eq!(without("الأحد 3 آذار 2024".to_owned()), "الأحد 3 آذار 2024");
    }

    #[test]
    fn whose_picture_it_is_is_not_told() {
        assert_eq!(without(format!("{LEAD}\n\n© وكالة / سالم\n\nثم غادر.")), format!("{LEAD}\n\nثم غادر."));
    }
}
