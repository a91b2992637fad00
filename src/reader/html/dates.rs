//! When a page says it was published: for machines in its marks, and for people in the lines around its headline.
//! The words of a line are not understood here: what they mean is `extract`'s to find.

use chrono::{DateTime, Datelike};
use dom_query::{Document, NodeRef};

use crate::base::Moment;
use crate::reader::paragraphs::Paragraphs;

/// Names of `meta` for the day of publication, the surest first. Sources: Open Graph, schema.org, Dublin Core, and what is common.
const META_NAMES: [&str; 22] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "date",
    "article:published",
];

/// Elements that say it for machines: microdata, RDFa, microformats, HTML.
const MARKED: [&str; 6] = [
    "[itemprop=datePublished]",
    "[property~='schema:datePublished'], [property~='datePublished'], [property~='dc:date'], [property~='dcterms:issued'], [property~='dc:created']",
    "time.entry-date.published, time.published, .dt-published",
    "time[pubdate]",
    "article time[datetime], main time[datetime]",
    "time[datetime]",
];

/// Elements whose words may say it.
const LINES: &str = "[itemprop=datePublished], time, [class*=date], [class*=Date], [class*=time], [class*=publish], [class*=posted], \
    [class*=byline], [class*=meta], [id*=date], [id*=Date]";

/// A line that says when is short, in characters.
const MAX_LINE: usize = 200;

/// How many lines are handed on.
const MAX_LINES: usize = 12;

/// Years that a day of publication on the web can lie in: others are the zero of some program's clock.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// What the page says for machines; `meta` finds the content of a `meta` by its name.
pub(super) fn marked(document: &Document, meta: impl Fn(&str) -> Option<String>) -> Option<Moment> {
    let in_meta = META_NAMES.iter().find_map(|name| moment(&meta(name)?));
    in_meta.or_else(|| MARKED.iter().find_map(|selector| document.select(selector).nodes().iter().find_map(attribute)))
}

fn attribute(node: &NodeRef<'_>) -> Option<Moment> {
    ["datetime", "content", "title"].iter().find_map(|name| moment(&node.attr(name)?))
}

/// A day as machines write it; a zone is dropped, for the day is that of the place of publication.
pub(in crate::reader) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    let compact = || match (text.len(), text.bytes().all(|byte| byte.is_ascii_digit())) {
        (8, true) => Moment::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])),
        _ => None,
    };
    let by_slashes = || Moment::parse(&text.get(..10)?.replace('/', "-"));
    let in_mail = || {
        let when = DateTime::parse_from_rfc2822(text).ok()?.naive_local();
        Moment::parse(&when.format("%Y-%m-%dT%H:%M").to_string())
    };
    let moment = Moment::parse(text).or_else(compact).or_else(by_slashes).or_else(in_mail)?;
    let is_zero = moment.day().ordinal() == 1 && moment.day().year() == 1970;
    (YEARS.contains(&moment.day().year()) && !is_zero).then_some(moment)
}

/// Short lines that may say when, those behind the headline first.
pub(super) fn lines(document: &Document, headline: Option<&str>) -> Vec<String> {
    let is_headline = |node: &NodeRef<'_>| node.has_name("h1") && headline == Some(words(node).as_str());
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let mut is_behind = !document.select("h1").nodes().iter().any(is_headline);
    for node in document.select(&format!("h1, {LINES}")).nodes() {
        if node.has_name("h1") {
            is_behind |= is_headline(node);
            continue;
        }
        let Some(line) = line(node) else { continue };
        if is_behind { behind.push(line) } else { before.push(line) }
    }
    behind.extend(before);
    behind.dedup();
    behind.truncate(MAX_LINES);
    behind
}

/// How many lines behind the headline may say when.
const LINES_BEHIND: usize = 8;

/// A line without a mark that says when is shorter than others, in characters.
const MAX_PLAIN_LINE: usize = 90;

/// The lines of what a page shows that stand between its headline and its article, have a year in them and are no sentence.
pub(super) fn lines_behind(headline: &str, shown: &str) -> Vec<String> {
    let behind = shown.lines().filter(|line| !line.is_empty()).skip_while(|line| line.trim() != headline).skip(1);
    let before_article = behind.take(LINES_BEHIND).take_while(|line| line.chars().count() <= MAX_PLAIN_LINE);
    before_article.filter(|line| has_year(line) && !line.ends_with(['.', '؟', '!'])).map(str::to_owned).collect()
}

/// Whether four digits stand together.
fn has_year(line: &str) -> bool {
    line.split(|c: char| !c.is_numeric()).any(|digits| digits.chars().count() == 4)
}

/// The words of a node on one line, where they are few and have a digit among them.
fn line(node: &NodeRef<'_>) -> Option<String> {
    let words = words(node);
    let fits = words.chars().count() <= MAX_LINE && words.chars().any(char::is_numeric);
    fits.then_some(words)
}

fn words(node: &NodeRef<'_>) -> String {
    let mut words = Paragraphs::default();
    for text in node.descendants_it().filter(NodeRef::is_text) {
        words.words(&text.text());
        words.blank();
    }
    words.finish()
}

/// The day in an address such as `/2024/03/15/`, which the program of a newspaper puts there.
pub(super) fn in_address(url: &str) -> Option<Moment> {
    let parts: Vec<&str> = url.split(['/', '-', '?', '#']).collect();
    parts.windows(3).find_map(|parts| {
        let all_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        let fits = parts[0].len() == 4 && (1..=2).contains(&parts[1].len()) && (1..=2).contains(&parts[2].len());
        let written = || format!("{}-{:0>2}-{:0>2}", parts[0], parts[1], parts[2]);
        (all_digits && fits).then(|| moment(&written())).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_write_days_in_many_ways() {
        for (text, value) in [
            ("2024-03-03", Some("2024-03-03")),
            ("2024-03-03T23:30:00+03:00", Some("2024-03-03T23:30")),
            (" 2024-03-03 08:30:00.000Z", Some("2024-03-03T08:30")),
            ("20240303", Some("2024-03-03")),
            ("2024/03/03 10:00", Some("2024-03-03")),
            ("Sun, 03 Mar 2024 08:30:00 +0300", Some("2024-03-03T08:30")),
            ("0001-01-01T00:00:00", None),
            ("1970-01-01T00:00:00Z", None),
            ("03/04/2024", None),
            ("الأحد", None),
            ("أأأأ/٣/٣", None),
        ] {
            assert_eq!(moment(text).map(|moment| moment.to_string()).as_deref(), value, "{text}");
        }
    }

    #[test]
    fn lines_behind_the_headline_come_first() {
        let html = "<div class=top-date>الثلاثاء 5 آذار 2024</div><h1>عنوان</h1><p class=post-meta>كتب سالم <i>الجمعة</i> 8 فيفري 2019</p>
            <span class=date>بلا رقم</span><time>8 فيفري 2019</time>";
        let lines = lines(&Document::from(html), Some("عنوان"));
        assert_eq!(lines, ["كتب سالم الجمعة 8 فيفري 2019", "8 فيفري 2019", "الثلاثاء 5 آذار 2024"]);
    }

    #[test]
    fn lines_right_behind_the_headline_need_no_mark() {
        let shown = "الرئيسية\n\nوصول الوفد\n\nكتب سالم\n\nالأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21\n\nوصل الوفد عام 2013 إلى العاصمة.\n\n٢٠١٣";
        assert_eq!(lines_behind("وصول الوفد", shown), ["الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21", "٢٠١٣"]);
        assert!(lines_behind("غيره", shown).is_empty());
    }

    #[test]
    fn addresses_hold_days() {
        let day = |url: &str| in_address(url).map(|moment| moment.to_string());
        assert_eq!(day("https://example.org/news/2024/3/15/title").as_deref(), Some("2024-03-15"));
        assert_eq!(day("https://example.org/2024-03-15-title").as_deref(), Some("2024-03-15"));
        assert_eq!(day("https://example.org/12/2024/99"), None);
    }
}
