//! Saving on a full disk. `scripts/full-disk.sh` makes a small one and names it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::command;
use super::editing::{self, Folder};
use crate::ui::command::{Command, UiCommand};

/// Where a small disk is.
const DISK: &str = "WAQAI_SMALL_DISK";

/// Fills a disk to the last byte.
fn fill(file: &Path) {
    let mut file = File::create(file).expect("a file");
    for piece in [&[0_u8; 4096][..], &[0_u8]] {
        while file.write_all(piece).is_ok() {}
    }
}

#[test]
#[ignore = "needs a small disk: scripts/full-disk.sh"]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let disk = PathBuf::from(std::env::var_os(DISK).expect("where the disk is"));
    let folder = Folder::new("full");
    let (apart, path) = (folder.file("unsaved"), disk.join("a.waqai"));
    let mut core = editing::opened(&folder);
    core.begin_session(&apart, "one".to_owned());
    editing::save(&mut core, &path);
    let before = fs::read(&path).expect("a file");
    fill(&disk.join("full"));
    editing::set_title(&mut core, 0, "وصول");
    command(&mut core, Command::Ui(UiCommand::Save));
    editing::wait(&mut core, |core| editing::offered(core, "command-save-as").is_some());
    assert_eq!(editing::reason(&core), "save-error-full");
    assert_eq!(fs::read(&path).expect("a file"), before);
    editing::assert_is_kept_elsewhere(&mut core, &apart);
    let names = fs::read_dir(&disk).expect("a folder").count();
    assert_eq!(names, 2, "nothing half is left");
    fs::remove_file(disk.join("full")).expect("a file");
    command(&mut core, Command::Ui(UiCommand::Save));
    editing::wait(&mut core, |core| !core.state.tabs.active().is_some_and(|tab| tab.work.is_unsaved()));
    assert_ne!(fs::read(&path).expect("a file"), before);
}
