# What could not be read and why, the path at the end of the line.

read-error = Cannot be read, { $reason }: { $path }
read-error-line = Line { $line } cannot be read, { $reason }: { $path }
read-error-empty = there is no text in it; open another file
read-error-too-large = the file is larger than the limit of { $limit } MiB; copy the article's part of it into a file of its own
read-error-line-too-long = the line is longer than the limit of { $limit } MiB; divide the record
read-error-binary = it is no text, there is a byte at offset { $byte } that no text has; open the document it was made from
read-error-not-utf8 = it is not text in UTF-8, the error is at byte offset { $byte }; save it as UTF-8
read-error-missing = there is no such file; it may have been moved or renamed
read-error-folder = it is a folder, not a file; open a file in it
read-error-permission = permission is denied; ask its owner for the right to read it
read-error-not-regular = it is not a regular file but a pipe or a device; save what comes out of it to a file
read-error-io = the system says: { $detail }; try again
read-error-json = it is not valid JSON, at line { $line }, column { $column }; put it right there
read-error-json-line = it is not valid JSON, at column { $column }; put it right there
read-error-not-an-object = the record is not a JSON object; write it between braces
read-error-no-text = the record has no text: the field "text" is missing or not a string; add it
read-error-bad-field = the field { $field } of the record is not a string; put it between quotation marks
read-error-unknown-format = its format is not known; save it as plain text, HTML, docx, odt or PDF
read-error-other-than-named = its content is not what its name says; save it again from the program it comes from
read-error-old-office = it is in the old format of Office; save it as docx or odt
read-error-encrypted = it is protected by a password; save a copy without one
read-error-damaged = it is damaged; fetch or save it again
read-error-too-much-packed = it unpacks to far more than an article; copy the text into a new file
read-error-too-deep = the page is nested beyond reason; copy its text into a new file
read-error-only-pictures = it holds pictures of pages and no text; have the text recognised (OCR) first
