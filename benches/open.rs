//! How long it takes to open a file, up to the article that the first picture shows: `cargo bench --bench open`.

use std::fmt::Write;

use divan::Bencher;
use divan::counter::BytesCount;
use waqai::extract::{Options, extract};
use waqai::reader::{Format, ReadOptions, read_bytes};

const SENTENCES: &str = "أعلنت وزارة الصحة يوم الثلاثاء 5 آذار 2024 افتتاح مستشفى جديد في العاصمة بحضور عدد من المسؤولين. وقال المدير إن العمل بدأ في \
مارس 2021 واستمر أكثر من سنتين رغم الصعوبات التي واجهها المشروع. ويضم المبنى مئتي سرير وقسما للطوارئ ومختبرا حديثا تديره فرق من الجامعة.";

fn main() {
    divan::main();
}

/// A page as newspapers have them: its article is a small part of its menus, lists and scripts.
fn page(size: usize) -> Vec<u8> {
    let mut html = String::from(
        "<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8><title>افتتاح مستشفى - المرفأ</title></head><body>",
    );
    let article: String = (0..20).map(|_| format!("<p>{SENTENCES}</p>\n")).collect();
    let mut number = 0;
    while html.len() < size {
        number += 1;
        let _ = write!(
            html,
            "<div class=item><a href=/news/{number}><img src=/{number}.jpg alt=''><h3>خبر آخر رقم {number} من القائمة</h3></a><span class=date>{number} آذار</span></div>\n\
             <script>window.list.push({{id: {number}, name: \"خبر آخر رقم {number}\", tags: [\"a\", \"b\", \"c\"]}});</script>\n"
        );
        if number == 1000 {
            let _ = write!(html, "<h1>افتتاح مستشفى</h1><div class=article-body>{article}</div>");
        }
    }
    (html + "</body></html>").into_bytes()
}

fn text(size: usize) -> Vec<u8> {
    let piece = format!("{SENTENCES}\n\n");
    piece.repeat(size / piece.len() + 1).into_bytes()
}

fn bench(bencher: Bencher<'_, '_>, bytes: Vec<u8>, format: Format) {
    let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
    let read = |bytes: Vec<u8>| read_bytes(bytes, None, &options).expect("an article");
    bencher.counter(BytesCount::new(bytes.len())).with_inputs(|| bytes.clone()).bench_values(read);
}

/// A page of 1 MB to its article.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn page_1_mb(bencher: Bencher<'_, '_>) {
    bench(bencher, page(1_000_000), Format::Html);
}

/// The same page to its events.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn page_1_mb_to_events(bencher: Bencher<'_, '_>) {
    let options = ReadOptions { format: Some(Format::Html), ..ReadOptions::default() };
    let bytes = page(1_000_000);
    bencher.counter(BytesCount::new(bytes.len())).with_inputs(|| bytes.clone()).bench_values(|bytes| {
        let opened = read_bytes(bytes, None, &options).expect("an article");
        extract(&opened.article, &Options::default())
    });
}

/// A text of 50 MB to its article.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn text_50_mb(bencher: Bencher<'_, '_>) {
    bench(bencher, text(50_000_000), Format::Text);
}
