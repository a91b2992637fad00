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
