# Why an event stands where it stands: one step of an explanation each.
# $dates: bounds in words; $date: the publication date.

why-timex = تعني { $dates }
why-timex-relative = محسوبةً من تاريخ النشر: { $dates }
why-soft-past = إشارة إلى الماضي بلا تاريخ
why-soft-present = إشارة إلى الحاضر بلا تاريخ
why-soft-later = بعد ما ذُكر قبله، بلا تاريخ
why-no-date = مدة لا تحدد تاريخًا
why-since-until-publication = من ذلك الحين إلى النشر
why-since-at-once = وقع مرة واحدة في ذلك الحين، وما بعده أثره
why-since = ابتداءً من ذلك الحين
why-until = إلى ذلك الحين على الأكثر
why-before-date = قبل ذلك التاريخ
why-after-date = بعد ذلك التاريخ
why-told-as-past = روي بصيغة الماضي: وقع قبل النشر في { $date }
why-told-as-known = ذُكر في خبر نُشر في { $date }: لا يتأخر عنه
why-ongoing = روي بصيغة المضارع المستمر: جارٍ عند النشر في { $date }
why-planned = روي بصيغة المستقبل: بعد النشر في { $date }
why-beside-plan = ذُكر مع ما سيقع: قد يكون حدث أو لا يزال منتظرا
why-no-publication-date = تاريخ النشر غير معروف، فلا حدود لزمنه
why-before-event = قبل حدث آخر: { $dates }
why-after-event = بعد حدث آخر: { $dates }
why-day-before-event = قبل حدث آخر بيوم: { $dates }
why-day-after-event = بعد حدث آخر بيوم: { $dates }

warning-published-unknown = تاريخ النشر غير معروف: العبارات النسبية مثل «أمس» تبقى بلا تاريخ.
warning-published-unreadable = تاريخ النشر المذكور «{ $value }» لا يُقرأ تاريخًا، فأُهمل.
warning-retold-contradiction = يبدو أن جملتين ترويان الحدث نفسه بتاريخين مختلفين، فعُرضتا حدثين.
warning-order-contradiction = ترتيب مذكور في النص يناقض التواريخ، فأُهمل.
warning-calendars-differ = تاريخان لليوم نفسه، هجري وميلادي، بينهما أكثر من يوم.
warning-hijri-tabular = تاريخ هجري خارج سنوات تقويم أم القرى، حُسب بالتقويم الحسابي: قد يختلف يومًا أو يومين.
warning-year-ambiguous = يوم وشهر بلا سنة يُسمّى بهما حدث: أُخذت أقرب سنة، وقد تكون غيرها.
