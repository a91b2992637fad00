# ما لم يُقرأ ولماذا، والمسار في آخر السطر.

read-error = تعذّرت القراءة، { $reason }: { $path }
read-error-line = تعذّرت قراءة السطر { $line }، { $reason }: { $path }
read-error-empty = الملف فارغ
read-error-too-large = الملف أكبر من الحد المسموح به ({ $limit } ميبي بايت)
read-error-line-too-long = السطر أطول من الحد المسموح به ({ $limit } ميبي بايت)
read-error-binary = ليس نصًّا، ففيه بايت صفري عند الموضع { $byte }
read-error-not-utf8 = ليس نصًّا بترميز UTF-8، والخطأ عند البايت { $byte }
read-error-missing = الملف غير موجود
read-error-folder = هذا مجلد لا ملف
read-error-permission = لا إذن بقراءته
read-error-not-regular = ليس ملفًّا عاديًّا، فهو أنبوب أو جهاز
read-error-io = خطأ من النظام ({ $detail })
read-error-json = صيغة JSON غير صحيحة عند السطر { $line } والعمود { $column }
read-error-json-line = صيغة JSON غير صحيحة عند العمود { $column }
read-error-not-an-object = السجل ليس كائن JSON
read-error-no-text = لا نص في السجل: الحقل «text» مفقود أو ليس نصًّا
read-error-bad-field = الحقل { $field } في السجل ليس نصًّا
read-error-unknown-format = صيغة لا يقرؤها البرنامج
