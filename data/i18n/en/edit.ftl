# What a reader corrects and keeps: names of edits and fields, projects, saving.

message-unknown = a remark that this version of the program has no words for

field-event = the event
field-title = title
field-kind = kind
field-actors = actors
field-places = place
field-modality = how it is told
field-when = date

edit-title = another title
edit-kind = another kind
edit-actors = other actors
edit-places = another place
edit-modality = another way of telling
edit-when = another date
edit-restore = back to what the text says
edit-delete = deleting an event
edit-merge = joining two events
edit-split = splitting an event
edit-add = a new event
edit-published = another publication date

why-reader-date = you wrote “{ $words }”: { $dates }
why-reader-drawn = you set it on the timeline: { $dates }
why-reader-undated = you said that its time is not known
warning-reader-contradiction = A date that you set contradicts an order that the text names.

project-error-json = the project is not valid JSON, at line { $line }, column { $column }; open a copy of it
project-error-newer = a newer version of this program wrote the project; open it with that one
project-error-damaged = the project is damaged, its field “{ $field }” does not fit; open a copy of it
save-error = Not saved, { $reason }. Your work is still here: { $path }
save-error-full = there is no room left on the disk; make room, or save it elsewhere
save-error-permission = the file or its folder must not be written; save it elsewhere
save-error-folder = the folder is not there any more; save it elsewhere
save-error-changed = another program has changed the file in the meantime
save-error-io = the system says: { $detail }; save it elsewhere

by-hand = ✎ set by you
edit-field = Change: { $field }
edit-restore-field = Back to what the text says: { $field }
edit-set = Set
edit-cancel = Cancel
edit-when-field = Date, as you would write it
edit-when-hint = for example: 14 March 2024, last Sunday, before May 2020, 2024-03
edit-when-means = { $dates }
edit-when-unread = this says no date yet
edit-when-offer = “{ $words }”: { $dates }
edit-when-unknown = its time is not known
edit-name-add = one more
edit-name-remove = Remove { $name }
edit-role = Part: { $role }
edit-split-off = Make this an event of its own
edit-merge-with = join with another event
edit-deleted = Deleted: { $title }
edit-merged = Joined: { $title }
edit-nothing-selected = Select words in the article first: they become the event.
edit-unapplied = { PLURAL($count) ->
    [one] One edit is kept that has nothing to change here: its event is not in this reading.
   *[other] { $count } edits are kept that have nothing to change here: their events are not in this reading.
}
undo-named = Undo: { $edit }
redo-named = Redo: { $edit }

command-save = Save
command-save-as = Save as…
command-undo = Undo
command-redo = Redo
command-edit-event = Change the date of the event
command-delete-event = Delete the event
command-add-event = New event from the selected words

window-title-unsaved = ● Waqai – { $title }
dialog-projects = Waqai projects
dialog-save-title = Save the project
project-read-only = A newer version of this program wrote this project: it can be looked at and saved elsewhere, not changed.
save-over = Overwrite
unsaved-left = Work was left that was not saved: { $title }
unsaved-closed = Closed with changes that were not saved. They are kept, and offered at the next start: { $title }
unsaved-open = Open
unsaved-give-up = Discard
table-not-edited = The events of a table are shown as they are; they are not edited here.
tab-unsaved = { $title }, not saved
