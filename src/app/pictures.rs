//! Pictures: a worker makes the one that the choices ask for, while the one before it is shown.

use super::core::Core;
use crate::base::Message;
use crate::ui::picture::{Pictured, Task};

impl Core {
    /// Has the picture made that the choices ask for; the one that is shown stays until then.
    pub(super) fn picture(&mut self) {
        let Some(task) = self.state.picture_task().filter(|_| !self.picturing) else { return };
        match self.jobs.picture(task.clone()) {
            Ok(()) => self.picturing = true,
            Err(error) => {
                self.state.give_up_picture(&task);
                self.notify(Message::new("app-no-thread").with_text("detail", error.to_string()));
            }
        }
    }

    /// Shows the picture that a worker made.
    pub(super) fn pictured(&mut self, made: Result<Pictured, Box<Task>>) {
        self.picturing = false;
        match made {
            Ok(pictured) => self.state.show_picture(&pictured),
            Err(task) => {
                let name = task.document.title().or(task.document.article.file_name.as_deref()).unwrap_or_default().to_owned();
                self.state.give_up_picture(&task);
                self.notify(Message::new("app-worker-failed").with_text("name", name));
            }
        }
    }
}
