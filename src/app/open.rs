//! From what a file or the clipboard holds to a document. Runs in a worker.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::clipboard;
use super::contents::{Contents, read};
use super::editing::Named;
use super::jobs::Worker;
use super::saving::work_of;
use super::unsaved::Left;
use crate::article::{Article, Published, PublishedOrigin};
use crate::base::{Language, Moment};
use crate::event::{Extraction, KnownArticle};
use crate::extract::{self, Options};
use crate::project::store::Stamp;
use crate::project::{ENDING, Others, Project, View, unsaved};
use crate::ui::state::{Document, ReadAs};
use crate::ui::tabs::{Failure, Origin, Progress, Reading};
use crate::ui::work::Work;

/// A longer text is shown before its events are found, in bytes.
const SHOWN_FIRST: usize = 256 * 1024;

/// What comes of opening.
#[derive(Debug)]
pub(super) struct Opened {
    /// The article to be shown.
    pub(super) document: Document,
    /// Where it comes from, where that turned out otherwise.
    pub(super) origin: Option<Origin>,
    /// All articles of the file, where there are several; `None` where they stay the same.
    pub(super) articles: Option<Arc<[KnownArticle]>>,
    /// Which of them is shown.
    pub(super) article: usize,
    /// How many records of the file could not be read.
    pub(super) n_unreadable: usize,
    /// What it was made from.
    pub(super) made: Made,
}

/// What a document was made from.
#[derive(Debug)]
pub(super) enum Made {
    /// From its article, as it says itself.
    Anew,
    /// From its article, under another publication date.
    Redated(Option<Moment>),
    /// From what was found in it, by edits.
    Edited(Named),
    /// From a project.
    Project(Box<OpenedProject>),
}

/// What a project's file holds besides what is shown.
#[derive(Debug)]
pub(super) struct OpenedProject {
    pub(super) work: Work,
    pub(super) view: View,
    pub(super) others: Others,
    /// What its file held.
    pub(super) stamp: Option<Stamp>,
    /// Where this is no project's file but unsaved work: where that lies.
    pub(super) apart: Option<PathBuf>,
    /// Unsaved work beside it that a run left which has ended.
    pub(super) left: Option<Left>,
}

/// Reads what a tab shows and finds what its first article says.
///
/// # Errors
/// What to say where it cannot be read.
pub(super) fn open(origin: &Origin, reading: Reading, worker: &Worker) -> Result<Opened, Failure> {
    worker.tell(Progress::Reading(None));
    let since = Instant::now();
    let Contents { mut articles, table, n_unreadable, read_as, file_date, project } = read(origin, reading, worker)?;
    if let Some((project, stamp)) = project {
        return Ok(opened_project(*project, stamp, origin, worker));
    }
    let several: Arc<[KnownArticle]> = if articles.len() > 1 { articles.as_slice().into() } else { Arc::new([]) };
    let first = if articles.is_empty() { KnownArticle::default() } else { articles.swap_remove(0) };
    if table.is_some() {
        let article = first.article;
        let extraction = nothing_yet(&article);
        let document = Document::new(worker.generation(), article, extraction);
        let document = Document { table, read_as, elapsed: since.elapsed(), ..document };
        return Ok(Opened { document, articles: Some(several), article: 0, n_unreadable, origin: None, made: Made::Anew });
    }
    let found = found(first, worker, |document| Document { file_date, read_as, ..document });
    Ok(Opened { document: found, origin: None, articles: Some(several), article: 0, n_unreadable, made: Made::Anew })
}

/// The article in the clipboard: its page, where that says what the text says, and else the text.
///
/// # Errors
/// Where there is nothing but blanks.
pub(super) fn pasted(text: &Arc<str>, page: fn() -> Option<String>, worker: &Worker) -> Result<Opened, Failure> {
    let same = |opened: &Opened| clipboard::says_the_same(&opened.document.article.text, text);
    let origin = page().map(|html| Origin::Page(html.into()));
    let opened = origin.as_ref().and_then(|origin| open(origin, Reading::default(), worker).ok()).filter(same);
    match opened {
        Some(opened) => Ok(Opened { origin, ..opened }),
        None => open(&Origin::Text(text.clone()), Reading::default(), worker),
    }
}

/// Finds what another article of the same file says.
pub(super) fn another(articles: &[KnownArticle], index: usize, read_as: Option<ReadAs>, worker: &Worker) -> Opened {
    let article = articles.get(index).cloned().unwrap_or_default();
    let document = found(article, worker, |document| Document { read_as, ..document });
    Opened { document, origin: None, articles: None, article: index, n_unreadable: 0, made: Made::Anew }
}

/// The same article against another publication date; `None`: unknown.
pub(super) fn resolved(before: &Document, index: usize, published: Option<Moment>, worker: &Worker) -> Opened {
    let options = Options {
        published: published.map(|value| Published { value, origin: PublishedOrigin::Given }),
        published_unknown: published.is_none(),
        language: None,
    };
    worker.tell(Progress::Extracting);
    let document = extracted(before.article.clone(), &options, worker);
    let document = Document { file_date: before.file_date, read_as: before.read_as, ..document };
    let made = Made::Redated(published);
    Opened { document, origin: None, articles: None, article: index, n_unreadable: 0, made }
}

/// Finds anew what an article says by itself.
pub(super) fn again(before: &Document, index: usize, worker: &Worker) -> Opened {
    worker.tell(Progress::Extracting);
    let document = extracted(before.article.clone(), &Options::default(), worker);
    let document = Document { file_date: before.file_date, read_as: before.read_as, ..document };
    Opened { document, origin: None, articles: None, article: index, n_unreadable: 0, made: Made::Anew }
}

/// A project as it was left. Unsaved work goes on where it came from.
fn opened_project(project: Project, stamp: Stamp, origin: &Origin, worker: &Worker) -> Opened {
    let path = origin.path();
    let from = project.unsaved.as_ref().map(|unsaved| unsaved.path.as_deref().map(PathBuf::from));
    let file = match &from {
        Some(from) => from.as_deref().filter(|path| path.extension().is_some_and(|end| end == ENDING)),
        None => path,
    };
    let (work, extraction) = work_of(&project, file);
    let document = Document::new(worker.generation(), project.article, extraction);
    let text = || Origin::Text(document.article.text.as_str().into());
    let origin = from.as_ref().map(|from| from.clone().map_or_else(text, Origin::File));
    let left = path.filter(|_| from.is_none()).and_then(unsaved::beside);
    let left = left.and_then(|path| {
        let project = unsaved::read(&path).filter(|project| worker.is_of_ended(project))?;
        Some(Left { path, title: project.unsaved?.title })
    });
    let opened = OpenedProject {
        work,
        view: project.view,
        others: project.others,
        stamp: project.unsaved.map_or(Some(stamp), |unsaved| unsaved.known),
        apart: path.filter(|_| from.is_some()).map(Path::to_owned),
        left,
    };
    let (articles, made) = (Some(Arc::new([]) as Arc<[KnownArticle]>), Made::Project(Box::new(opened)));
    Opened { document, origin, articles, article: 0, n_unreadable: 0, made }
}

/// What an article says. What its record says of it stands; else a long one is shown before it is known.
fn found(known_article: KnownArticle, worker: &Worker, known: impl Fn(Document) -> Document) -> Document {
    let KnownArticle { article, extraction } = known_article;
    if let Some(extraction) = extraction {
        return known(Document::new(worker.generation(), article, extraction));
    }
    worker.tell(Progress::Extracting);
    if article.text.len() > SHOWN_FIRST && !worker.is_cancelled() {
        let first = Document::new(worker.generation(), article.clone(), nothing_yet(&article));
        worker.show(known(Document { is_pending: true, ..first }));
    }
    known(extracted(article, &Options::default(), worker))
}

/// An article with what it says; nothing where nobody waits for it any more.
fn extracted(article: Article, options: &Options, worker: &Worker) -> Document {
    let since = Instant::now();
    match extract::extract_while(&article, options, &|| !worker.is_cancelled()) {
        Some(extraction) => Document { elapsed: since.elapsed(), ..Document::new(worker.generation(), article, extraction) },
        None => Document::new(worker.generation(), Article::default(), nothing_yet(&article)),
    }
}

/// What is known of an article whose text was not looked at.
fn nothing_yet(article: &Article) -> Extraction {
    Extraction {
        language: article.language.unwrap_or(Language::Arabic),
        title: article.title.clone(),
        published: article.published,
        timexes: Vec::new(),
        events: Vec::new(),
        tlinks: Vec::new(),
        warnings: Vec::new(),
        headings: Vec::new(),
        page_lines: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Message;
    use crate::ui::tabs::Remedy;

    fn text(text: &str) -> Result<Opened, Failure> {
        open(&Origin::Text(text.into()), Reading::default(), &Worker::alone(1))
    }

    #[test]
    fn blanks_are_no_article() {
        assert_eq!(text(" \n\u{a0}").err(), Some(Failure { message: Message::new("paste-empty"), remedy: Remedy::Again }));
    }

    #[test]
    fn a_pasted_page_is_opened_where_it_says_what_the_text_says() {
        let text: Arc<str> = "خبر وصل الوفد أمس.".into();
        let paste = |page| pasted(&text, page, &Worker::alone(1)).expect("an article");
        let of_page = paste(|| Some("<h1>خبر</h1><p>وصل الوفد\nأمس.</p>".to_owned()));
        assert_eq!(of_page.document.article.text.trim(), "خبر\n\nوصل الوفد أمس.");
        assert!(matches!(of_page.origin, Some(Origin::Page(_))));
        for page in [|| None, || Some("<p>شيء آخر تماما</p>".to_owned()), || Some("<p> </p>".to_owned())] {
            let of_text = paste(page);
            assert_eq!((of_text.document.article.text.as_str(), of_text.origin), (&*text, None));
        }
    }

    #[test]
    fn a_given_date_replaces_the_article_s_own_and_unknown_takes_it_away() {
        let day = Moment::ymd(2024, 3, 15).expect("a day");
        let before = text("وصل الوفد أمس.").expect("a text").document;
        let given = resolved(&before, 0, Some(day), &Worker::alone(2)).document;
        assert_eq!(given.extraction.published, Some(Published { value: day, origin: PublishedOrigin::Given }));
        assert_eq!((given.generation, &given.article), (2, &before.article));
        assert_eq!(resolved(&given, 0, None, &Worker::alone(3)).document.extraction.published, None);
    }
}
