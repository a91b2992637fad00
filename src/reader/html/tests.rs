//! Whole pages.

use super::*;

const BODY: &str = "<p>أعلنت وزارة النقل يوم الأحد إعادة فتح معبر الوادي أمام المسافرين، بعد أن توصل وفدان إلى اتفاق في جنيف.</p>
    <p>وقال المتحدث باسم الوزارة إن أول قافلة عبرت عند الساعة الثامنة صباحا، وضمت شاحنات تحمل القمح، وإن الثانية تصل غدا.</p>
    <p>وكانت السلطات قد أغلقت المعبر في حزيران 2023 عقب هجوم أسفر عن مقتل 12 شخصا وإصابة آخرين، وفق ما قالت مصادر طبية.</p>";

fn page(head: &str, top: &str) -> Article {
    let html = format!(
        "<html><head>{head}</head><body><nav><a href=/>الرئيسية</a> <a href=/sport>رياضة</a></nav>{top}<article>{BODY}</article>
        <div class=related><a href=/1>خبر آخر</a><a href=/2>خبر ثالث</a></div><footer>حقوق النشر محفوظة 2026</footer></body></html>"
    );
    read_page(&html).expect("an article")
}

fn read_page(html: &str) -> Result<Article, ReadCause> {
    read(html.to_owned(), &Watch::default())
}

fn published(article: &Article) -> Option<String> {
    article.published.map(|published| published.value.to_string())
}

#[test]
fn the_main_text_stands_under_its_headline() {
    let article = page("<title>فتح المعبر</title>", "<h1>فتح معبر الوادي</h1>");
    assert!(article.text.starts_with("فتح"), "{}", article.text);
    assert!(article.text.contains("\n\nأعلنت وزارة النقل") && article.text.ends_with("مصادر طبية."), "{}", article.text);
    assert!(!article.text.contains("رياضة") && !article.text.contains("حقوق") && !article.text.contains("خبر آخر"));
    let everything = article.everything.expect("the page shows more");
    assert!(everything.contains("رياضة") || everything.contains("خبر آخر"), "{everything}");
    assert!(everything.contains("أعلنت وزارة النقل"), "{everything}");
}

#[test]
fn json_ld_counts_more_than_open_graph_and_that_more_than_marks() {
    let marks = "<h1>فتح معبر الوادي</h1><time itemprop=datePublished datetime=2024-03-05>الثلاثاء</time>";
    let graph =
        "<meta property='og:title' content='عنوان آخر'><meta property='article:published_time' content='2024-03-04T10:00:00Z'>
        <meta property='og:site_name' content='المرفأ'><link rel=canonical href='https://example.org/1'>";
    let json = r#"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "فتح &quot;المعبر&quot;", "datePublished": "2024-03-03"}</script>"#;
    let of_marks = page("", marks);
    assert_eq!((published(&of_marks).as_deref(), of_marks.title.as_deref()), (Some("2024-03-05"), Some("فتح معبر الوادي")));
    let of_graph = page(graph, marks);
    assert_eq!((published(&of_graph).as_deref(), of_graph.title.as_deref()), (Some("2024-03-04T10:00"), Some("عنوان آخر")));
    assert_eq!((of_graph.source.as_deref(), of_graph.url.as_deref()), (Some("المرفأ"), Some("https://example.org/1")));
    let of_json = page(&format!("{graph}{json}"), marks);
    assert_eq!((published(&of_json).as_deref(), of_json.title.as_deref()), (Some("2024-03-03"), Some("فتح \"المعبر\"")));
}

#[test]
fn a_date_in_words_is_handed_on() {
    let article = page("", "<h1>فتح معبر الوادي</h1><span class=date>الجمعة 8 فيفري 2019</span>");
    assert_eq!((published(&article), article.bylines), (None, vec!["الجمعة 8 فيفري 2019".to_owned()]));
}

#[test]
fn a_page_without_an_article_gives_all_that_it_shows() {
    assert_eq!(read_page("<p>وصل الوفد أمس.").map(|article| article.text).as_deref(), Ok("وصل الوفد أمس."));
    assert_eq!(read_page("<p>وصل الوفد أمس.").map(|article| article.everything), Ok(None));
}

#[test]
fn no_page_is_too_odd() {
    for html in ["<html>", "<", "<!doctype html><svg><math>", "<table><td><p></table><script>", "<title>a</title>"] {
        assert!(read_page(html).is_ok(), "{html}");
    }
    assert_eq!(read_page(&"<div>".repeat(100_000)), Err(ReadCause::TooDeep));
}

#[test]
fn what_a_page_marks_as_its_article_counts() {
    let html = format!(
        "<body><div class=x><p>كلمة الموقع: نحن صحيفة يومية تصدر منذ سنوات طويلة، وهذا تعريف بها.</p><div itemprop='articleBody'>{BODY}</div><p>حمل الآن تطبيق الصحيفة للهواتف المحمولة، وتابع أخبارها.</p></div>"
    );
    let article = read_page(&html).expect("an article");
    assert!(article.text.starts_with("أعلنت وزارة النقل") && article.text.ends_with("مصادر طبية."), "{}", article.text);
    let teaser = format!("<body><p itemprop=articleBody>أعلنت الوزارة.</p><article>{BODY}</article>");
    assert!(read_page(&teaser).expect("an article").text.ends_with("مصادر طبية."));
}

#[test]
fn the_site_is_named_behind_the_headline() {
    let source = |title: &str| page(&format!("<title>{title}</title>"), "<h1>فتح معبر الوادي</h1>").source;
    assert_eq!(source("فتح معبر الوادي - المرفأ").as_deref(), Some("المرفأ"));
    assert_eq!(source("فتح معبر الوادي &#8211; المرفأ الجديد").as_deref(), Some("المرفأ الجديد"));
    assert_eq!(
        (source("فتح معبر الوادي"), source("المرفأ | فتح معبر الوادي"), source("فتح معبر الوادي أمام المسافرين")),
        (None, None, None)
    );
}

#[test]
fn a_heading_that_names_the_site_is_no_headline() {
    let top = "<h1>المرفأ</h1><div class=stamp>2 كانون الثاني 2010</div><h1>فتح معبر الوادي</h1><div>الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21</div>";
    let article = page("<title>فتح معبر الوادي - المرفأ</title>", top);
    assert_eq!(article.title.as_deref(), Some("فتح معبر الوادي"));
    assert_eq!(article.bylines, ["الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21"]);
}
