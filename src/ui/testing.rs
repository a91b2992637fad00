//! An article made by hand, and the window around it, for the tests of the panels.

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::article::{Article, Published, PublishedOrigin, paragraphs};
use crate::base::{Bounds, Direction, Language, Message, Moment, TextSpan};
use crate::event::{
    Actor, ActorRole, Anchor, Basis, Certainty, Event, EventId, EventKind, Extraction, LinkEnd, Mention, Place, Step, Timex,
    TimexId, TimexType, Tlink, TlinkType, Warning, When,
};
use crate::i18n::I18n;
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::state::{AppState, Appearance, Document};
use crate::ui::tabs::{Origin, Tab, TabId};
use crate::ui::window::Views;

const TEXT: &str = "الميناء يستأنف العمل بعد إضراب طويل\n\
أعلنت إدارة الميناء يوم 14 مارس 2024 استئناف العمل في الأرصفة الثلاثة، بعد أن وقعت اتفاقا مع نقابة العمال.\n\
وكانت النقابة قد بدأت الإضراب في فبراير الماضي احتجاجا على خفض الأجور، ورفضت عرضا سابقا.\n\
ولا تزال لجنة مشتركة تراجع جداول المناوبات.\n";

/// The span of the first `words` of the text.
fn span(words: &str) -> TextSpan {
    let start = TEXT.find(words).expect("the words stand in the text");
    TextSpan::new(start, start + words.len())
}

fn sentence_of(trigger: TextSpan) -> TextSpan {
    paragraphs(TEXT).into_iter().find(|line| line.covers(trigger)).expect("a trigger stands in a line")
}

fn on(text: &str) -> Moment {
    Moment::parse(text).expect("a date")
}

fn event(title: &str, kind: EventKind, trigger: &str, certainty: Certainty, bounds: Bounds) -> Event {
    let trigger = span(trigger);
    let step = Step { rule: "test/step".into(), message: Message::new("rule-test"), spans: vec![trigger] };
    let (precision, timex, begin, end) = (None, None, None, None);
    let when = When { bounds, precision, certainty, basis: Basis::Relative, timex, begin, end, explanation: vec![step] };
    Event { kind, ..Event::plain(title.to_owned(), Mention { trigger, sentence: sentence_of(trigger) }, when) }
}

fn events() -> Vec<Event> {
    let day = Bounds::between(on("2024-03-14"), on("2024-03-14"));
    let month = Bounds::between(on("2024-02-01"), on("2024-02-29"));
    let before = Bounds::until(on("2024-03-15"));
    let mut resumed = event("إدارة الميناء تعلن استئناف العمل", EventKind::Other, "أعلنت", Certainty::Exact, day);
    resumed.when.timex = Some(TimexId(0));
    let actor = |role, words: &str| Actor { role, name: words.to_owned(), id: None, span: span(words) };
    resumed.actors = vec![actor(ActorRole::Source, "إدارة الميناء"), actor(ActorRole::Target, "نقابة العمال")];
    resumed.places = vec![Place { name: "الميناء".to_owned(), id: None, span: span("الميناء") }];
    let signed = event("إدارة الميناء توقع اتفاقا مع النقابة", EventKind::Agree, "وقعت", Certainty::Ordered, before);
    let mut strike = event("النقابة تبدأ الإضراب", EventKind::Protest, "بدأت", Certainty::Bounded, month);
    strike.when.timex = Some(TimexId(1));
    let refused = event("النقابة ترفض عرضا سابقا", EventKind::Reject, "ورفضت", Certainty::Undated, before);
    let review = event("لجنة تراجع جداول المناوبات", EventKind::Consult, "تراجع", Certainty::Ongoing, before);
    vec![resumed, signed, strike, refused, review]
}

fn timex(words: &str, value: &str, bounds: Bounds, anchor: Anchor) -> Timex {
    let timex_type = TimexType::Date;
    let value = value.to_owned();
    let (modifier, quant, freq) = (None, None, None);
    Timex { span: span(words), timex_type, value, modifier, quant, freq, bounds, anchor, rule: "test/date".into() }
}

/// An article with an event of each degree but one-sided.
pub(crate) fn document() -> Document {
    let published = Published { value: on("2024-03-15"), origin: PublishedOrigin::Metadata };
    let day = Bounds::between(on("2024-03-14"), on("2024-03-14"));
    let month = Bounds::between(on("2024-02-01"), on("2024-02-29"));
    let article = Article {
        text: TEXT.to_owned(),
        source: Some("صحيفة المرفأ".to_owned()),
        published: Some(published),
        file_name: Some("port.txt".to_owned()),
        ..Article::default()
    };
    let extraction = Extraction {
        language: Language::Arabic,
        title: Some("الميناء يستأنف العمل بعد إضراب طويل".to_owned()),
        published: Some(published),
        timexes: vec![
            timex("14 مارس 2024", "2024-03-14", day, Anchor::Absolute),
            timex("فبراير الماضي", "2024-02", month, Anchor::Published),
        ],
        events: events(),
        tlinks: vec![Tlink {
            from: LinkEnd::Event(EventId(0)),
            to: LinkEnd::Event(EventId(1)),
            link_type: TlinkType::After,
            cue: Some(span("بعد أن")),
        }],
        warnings: vec![Warning {
            code: "test-warning".into(), message: Message::new("warning-test"), spans: vec![span("عرضا")]
        }],
        headings: Vec::new(),
        page_lines: Vec::new(),
    };
    Document { elapsed: Duration::from_millis(2), ..Document::new(1, article, extraction) }
}

/// The first two events stand in one sentence.
pub(crate) fn two_events_of_one_sentence() -> (EventId, EventId) {
    (EventId(0), EventId(1))
}

/// What the panels read, with the article open.
pub(crate) fn state(language: Language) -> AppState {
    let mut state = empty_state(language);
    show(&mut state, Arc::new(document()));
    state
}

/// What the panels read before an article is open.
pub(crate) fn empty_state(language: Language) -> AppState {
    let mut state = AppState::new(I18n::new(language, None), Appearance::Light);
    state.time_direction = Direction::RightToLeft;
    state
}

/// Shows a document in the active tab, or in a first one.
pub(crate) fn show(state: &mut AppState, document: Arc<Document>) {
    if state.tabs.is_empty() {
        state.tabs.push(tab(TabId(0), "port.txt"));
    }
    if let Some(tab) = state.tabs.active_mut() {
        tab.document = Some(document);
    }
}

/// Does at once what workers would do for what is shown.
pub(crate) fn settle(state: &mut AppState) {
    state.update_browse();
    while let Some(task) = state.picture_task() {
        let pictured = task.run();
        state.show_picture(&pictured);
    }
}

/// A tab without an article.
pub(crate) fn tab(id: TabId, name: &str) -> Tab {
    Tab::new(id, name.to_owned(), Origin::File(format!("/articles/{name}").into()))
}

/// A window without a screen: its state, its views, and the commands that it sent.
pub(crate) struct Window {
    pub(crate) state: AppState,
    pub(crate) views: Views,
    sender: CommandSender,
    receiver: Receiver<Command>,
}

impl Window {
    pub(crate) fn new(state: AppState) -> Self {
        let (sender, receiver) = CommandSender::pair();
        Self { state, views: Views::default(), sender, receiver }
    }

    /// The window in a harness of 1280 × 800 points.
    pub(crate) fn harness(state: AppState) -> egui_kittest::Harness<'static, Self> {
        let harness = egui_kittest::Harness::builder().with_size(eframe::egui::vec2(1280.0, 800.0));
        let harness = harness.with_context_setup(crate::text::egui::install);
        harness.build_ui_state(
            |ui, window: &mut Self| {
                crate::ui::look::apply(ui.ctx(), window.state.appearance);
                settle(&mut window.state);
                crate::ui::window::window_ui(ui, &window.state, &window.sender, &mut window.views);
            },
            Self::new(state),
        )
    }

    /// Does what a key asks of the panels.
    pub(crate) fn apply(&mut self, command: UiCommand) {
        if let Some(tab) = self.state.tabs.active() {
            self.views.of(tab.id).apply(command, &self.state, &self.sender);
        }
    }

    /// The commands that were sent since the last call.
    pub(crate) fn sent(&self) -> Vec<Command> {
        self.receiver.try_iter().collect()
    }
}
