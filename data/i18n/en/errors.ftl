# What could not be read and why, the path at the end of the line.

read-error = Cannot be read, { $reason }: { $path }
read-error-line = Line { $line } cannot be read, { $reason }: { $path }
read-error-empty = the file is empty
read-error-too-large = the file is larger than the limit of { $limit } MiB
read-error-line-too-long = the line is longer than the limit of { $limit } MiB
read-error-binary = it is not text, there is a zero byte at offset { $byte }
read-error-not-utf8 = it is not text in UTF-8, the error is at byte offset { $byte }
read-error-missing = there is no such file
read-error-folder = it is a folder, not a file
read-error-permission = permission is denied
read-error-not-regular = it is not a regular file but a pipe or a device
read-error-io = the system says: { $detail }
read-error-json = it is not valid JSON, at line { $line }, column { $column }
read-error-json-line = it is not valid JSON, at column { $column }
read-error-not-an-object = the record is not a JSON object
read-error-no-text = the record has no text: the field "text" is missing or not a string
read-error-bad-field = the field { $field } of the record is not a string
read-error-unknown-format = the format is not one that can be read
