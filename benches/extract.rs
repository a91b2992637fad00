//! How fast a text is read: news in both languages, and texts made to be slow. Each is about 1 MB.

use divan::Bencher;
use divan::counter::BytesCount;
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::{Language, Moment};
use waqai::extract::{Options, extract};

const SIZE: usize = 1_000_000;

/// Sentences of ordinary news, one in three without a date.
const ARABIC: &str = "أعلنت وزارة الصحة يوم الثلاثاء الماضي افتتاح مستشفى جديد في العاصمة بحضور عدد من المسؤولين. وقال المدير إن \
العمل بدأ في مارس 2021 واستمر أكثر من سنتين رغم الصعوبات التي واجهها المشروع. ويضم المبنى مئتي سرير وقسما للطوارئ ومختبرا \
حديثا تديره فرق من الجامعة. ومن المقرر أن تصل الدفعة الأولى من الأجهزة مطلع الشهر المقبل. وكانت المدينة قد شهدت في السنوات \
الأخيرة زيادة كبيرة في عدد السكان، مما زاد الضغط على المرافق العامة. وطالب السكان بتحسين الطرق المؤدية إلى الحي الجديد.\n\n";

const ENGLISH: &str = "The ministry of health opened a new hospital in the capital on Tuesday in the presence of several officials. \
The director said that work began in March 2021 and took more than two years despite the difficulties that the project faced. The \
building holds two hundred beds, a casualty ward and a modern laboratory run by the university. The first machines are expected to \
arrive early next month. The city has grown a great deal in recent years, which has put the public services under strain.\n\n";

fn main() {
    divan::main();
}

fn repeated(piece: &str) -> String {
    piece.repeat(SIZE / piece.len() + 1)
}

fn bench(bencher: Bencher<'_, '_>, text: String, language: Language) {
    let published = Moment::parse("2025-11-01").map(|value| Published { value, origin: PublishedOrigin::Given });
    let article = Article { text, published, language: Some(language), ..Article::default() };
    bencher.counter(BytesCount::new(article.text.len())).bench(|| extract(divan::black_box(&article), &Options::default()));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn news_arabic(bencher: Bencher<'_, '_>) {
    bench(bencher, repeated(ARABIC), Language::Arabic);
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn news_english(bencher: Bencher<'_, '_>) {
    bench(bencher, repeated(ENGLISH), Language::English);
}

#[divan::bench(sample_count = 3, sample_size = 1, args = ["قبل ", "7", "7 ", "(", "من 3 إلى ", "ألف و"])]
fn hostile(bencher: Bencher<'_, '_>, piece: &str) {
    bench(bencher, repeated(piece), Language::Arabic);
}

#[divan::bench(sample_count = 3, sample_size = 1, args = ["the ", "twenty ", "1/", "last ", "10 to "])]
fn hostile_english(bencher: Bencher<'_, '_>, piece: &str) {
    bench(bencher, repeated(piece), Language::English);
}
