//! Edits of an article with so many events that a worker applies them: the same comes of them as at once.

use super::command;
use super::editing::{Folder, edit, extraction, id, opened, set_title, titles, wait};
use crate::app::core::Core;
use crate::base::TextSpan;
use crate::event::{EventId, Extraction};
use crate::ui::command::{Command, UiCommand};
use crate::ui::work::Change;

/// An article whose edits are a worker's, where that is wanted.
fn article(name: &str, is_later: bool) -> Core {
    let mut core = opened(&Folder::new(name));
    core.edited_at_once = if is_later { 0 } else { usize::MAX };
    core
}

/// Until what is shown has all edits.
fn settle(core: &mut Core) {
    wait(core, |core| core.state.tabs.active().is_some_and(|tab| !tab.work.is_behind));
}

/// A selected event that goes on being selected, one that is made, one that is deleted, and steps back and forth.
fn edited(name: &str, is_later: bool) -> Vec<(Extraction, Option<EventId>)> {
    let mut core = article(name, is_later);
    core.state.select(Some(EventId(1)));
    let word = core.state.document().expect("an article").article.text.find("بعد").expect("a word");
    let step = |core: &mut Core, step: usize| match step {
        0 => set_title(core, 1, "توقيع"),
        1 => edit(core, Change::Delete(EventId(0))),
        2 => edit(core, Change::Add(Some(TextSpan::new(word, word + "بعد".len())))),
        3 | 4 => command(core, Command::Ui(UiCommand::Undo)),
        _ => command(core, Command::Ui(UiCommand::Redo)),
    };
    let mut shown = Vec::new();
    for at in 0..6 {
        step(&mut core, at);
        assert_eq!(core.state.tabs.active().is_some_and(|tab| tab.work.is_behind), is_later, "step {at}");
        settle(&mut core);
        shown.push((extraction(&core).clone(), core.state.selected()));
    }
    shown
}

#[test]
fn what_a_worker_makes_of_edits_is_what_is_made_of_them_at_once() {
    let (later, at_once) = (edited("many-later", true), edited("many-at-once", false));
    assert_eq!(later, at_once);
    let made = later[2].1.expect("what was made is selected");
    assert_eq!(later[2].0.event(made).map(|event| event.mention.trigger.len()), Some("بعد".len()));
    assert_eq!(later[0].1, Some(EventId(1)));
}

#[test]
fn edits_that_overtake_each_other_are_all_made_and_none_is_cancelled() {
    let mut core = article("many-overtaken", true);
    let before = titles(&core);
    set_title(&mut core, 0, "أول");
    set_title(&mut core, 1, "ثان");
    assert_eq!(titles(&core), before, "a worker has them");
    let tab = id(&core);
    command(&mut core, Command::CancelOpening(tab));
    settle(&mut core);
    assert_eq!(titles(&core)[..2], ["أول", "ثان"]);
    command(&mut core, Command::Ui(UiCommand::Undo));
    command(&mut core, Command::Ui(UiCommand::Undo));
    settle(&mut core);
    assert_eq!(titles(&core), before);
}

#[test]
fn the_window_shows_the_picture_that_came_with_the_edits() {
    let mut core = article("many-pictured", true);
    core.state.update_browse();
    edit(&mut core, Change::Delete(EventId(0)));
    settle(&mut core);
    core.state.update_browse();
    assert!(core.state.picture_task().is_none(), "it was made by the worker");
    assert_eq!(core.state.n_shown(), titles(&core).len());
}
