# ما لم يُقرأ ولماذا، والمسار في آخر السطر.

read-error = تعذّرت القراءة، { $reason }: { $path }
read-error-line = تعذّرت قراءة السطر { $line }، { $reason }: { $path }
read-error-empty = لا نص فيه؛ افتح ملفًّا آخر
read-error-too-large = الملف أكبر من الحد المسموح به ({ $limit } ميبي بايت)؛ انسخ المقال وحده إلى ملف جديد
read-error-line-too-long = السطر أطول من الحد المسموح به ({ $limit } ميبي بايت)؛ قسّم السجل
read-error-binary = ليس نصًّا، ففيه عند الموضع { $byte } بايت لا يرد في نص؛ افتح المستند الأصلي
read-error-not-utf8 = ليس نصًّا بترميز UTF-8، والخطأ عند البايت { $byte }؛ احفظه بترميز UTF-8
read-error-missing = الملف غير موجود؛ ربما نُقل أو تغيّر اسمه
read-error-folder = هذا مجلد لا ملف؛ افتح ملفًّا منه
read-error-permission = لا إذن بقراءته؛ اطلب الإذن من صاحبه
read-error-not-regular = ليس ملفًّا عاديًّا، فهو أنبوب أو جهاز؛ احفظ ما يخرج منه في ملف
read-error-io = خطأ من النظام ({ $detail })؛ أعد المحاولة
read-error-json = صيغة JSON غير صحيحة عند السطر { $line } والعمود { $column }؛ صحّحها هناك
read-error-json-line = صيغة JSON غير صحيحة عند العمود { $column }؛ صحّحها هناك
read-error-not-an-object = السجل ليس كائن JSON؛ اكتبه بين حاصرتين
read-error-no-text = لا نص في السجل: الحقل «text» مفقود أو ليس نصًّا؛ أضفه
read-error-bad-field = الحقل { $field } في السجل ليس نصًّا؛ ضعه بين علامتي اقتباس
read-error-unknown-format = صيغة لا يعرفها البرنامج؛ احفظه نصًّا أو بصيغة HTML أو docx أو odt أو PDF
read-error-other-than-named = محتواه غير ما يدل عليه اسمه؛ احفظه من جديد من البرنامج الذي أنشأه
read-error-old-office = هو بصيغة Office القديمة؛ احفظه بصيغة docx أو odt
read-error-encrypted = هو محمي بكلمة سر؛ احفظ نسخة منه بلا كلمة سر
read-error-damaged = الملف تالف؛ نزّله أو احفظه من جديد
read-error-too-much-packed = يتسع عند فكّه إلى أكثر بكثير من مقال؛ انسخ النص إلى ملف جديد
read-error-too-deep = عناصر الصفحة متداخلة تداخلًا غير معقول؛ انسخ نصها إلى ملف جديد
read-error-only-pictures = فيه صور صفحات بلا نص؛ استخرج نصها أولًا ببرنامج للتعرف الضوئي على الحروف
