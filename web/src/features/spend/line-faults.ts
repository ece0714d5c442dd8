/** Sentences for rejected lines of ad spend, by the codes of docs/problems.md; with the platform's ending where it has words of its own. */
export const lineFaultsRu = {
  unreadable_file: 'Не удалось прочитать файл: он пуст, повреждён или это не таблица. Выгрузите его ещё раз.',
  unreadable_line: 'Не удалось прочитать строку: проверьте кавычки и число ячеек.',
  unknown_columns: 'Не удалось определить, где день, объявление и расход. Укажите колонки ниже.',
  no_ad_ids: 'Нет ID объявлений: добавьте их колонку в отчёт.',
  no_ad_ids_meta_ads_manager:
    'В отчёте нет ID объявлений. В Ads Manager: «Столбцы → Настроить столбцы → Идентификатор объявления», затем выгрузите снова.',
  no_ad_ids_yandex_direct:
    'В отчёте нет номеров объявлений. В Мастере отчётов добавьте группировку «№ Объявления» и выгрузите снова.',
  no_ad_ids_vk_ads: 'В отчёте нет колонки «ID объявления». Выгрузите статистику по объявлениям.',
  no_ad_ids_my_target: 'В отчёте нет колонки «id». Выгрузите статистику по объявлениям.',
  no_ad_ids_tiktok: 'В отчёте нет колонки Ad ID. Выберите уровень объявлений (Ad) и добавьте её.',
  no_ad_ids_google_ads:
    'В отчёте нет колонки «Идентификатор объявления» (Ad ID). Добавьте её в отчёте по объявлениям.',
  ad_name_unknown:
    'Не удалось определить объявление по названию «{{value}}»: среди известных такого нет или их несколько. Добавьте в отчёт ID объявлений.',
  damaged_ids:
    'ID объявления испорчен таблицей: последние цифры потеряны. Загрузите файл из кабинета, не открывая его в Excel, или задайте колонке текстовый формат.',
  bad_id: 'Это не ID: {{value}}.',
  unknown_creative: 'Такого креатива нет.',
  bad_day: 'Не дата или читается двояко: {{value}}. Пишите 2026-01-31 или 31.01.2026.',
  bad_amount: 'Не число, меньше нуля или читается двояко: {{value}}. Пишите 1234.56.',
  bad_currency: 'Это не код валюты: {{value}}. Пишите, например, RUB.',
  currency_conflict: 'Валюты не сходятся: заголовок, колонка и сумма называют разные. Выгрузите одну валюту.',
  duplicate_line:
    'Этот день объявления в файле уже есть. В неизвестном файле строки не складываются: оставьте одну.',
  control_total_mismatch:
    'Итог в файле — {{value}}, сумма строк другая. Часть строк потерялась: выгрузите отчёт ещё раз.',
  period_total: 'Это итог за период, а не по дням. Выгрузите отчёт с разбивкой по дням.',
  period_total_meta_ads_manager:
    'Это итог за период. В Ads Manager выберите «Разбивка → По времени → День» и выгрузите снова.',
  period_total_yandex_direct:
    'Это итог за период. В Мастере отчётов Директа выберите «Срез: по дням» и выгрузите снова.',
  period_total_vk_ads: 'Это итог за период. В статистике VK Рекламы выберите детализацию по дням.',
  period_total_my_target: 'Это итог за период. В статистике myTarget выберите детализацию по дням.',
  period_total_tiktok: 'Это итог за период. В отчёт TikTok добавьте измерение By Day («По дням»).',
  period_total_google_ads: 'Это итог за период. В Google Ads выберите «Сегмент → Время → День».',
  amount_unit_unknown: 'Похоже на миллионные доли валюты, как их отдаёт API Директа. Выберите единицы ниже.',
}

export const lineFaultsEn: typeof lineFaultsRu = {
  unreadable_file: 'The file cannot be read: it is empty, damaged or not a table. Export it again.',
  unreadable_line: 'The line cannot be read: check its quotes and the number of cells.',
  unknown_columns: 'It is unclear where the day, the ad and the spend are. Say so in the columns below.',
  no_ad_ids: 'There are no ad IDs: add their column to the report.',
  no_ad_ids_meta_ads_manager:
    'The report has no ad IDs. In Ads Manager choose Columns → Customise columns → Ad ID, then export again.',
  no_ad_ids_yandex_direct:
    'The report has no ad numbers. Group the report by ad number in the report wizard and export again.',
  no_ad_ids_vk_ads: 'The report has no ad IDs. Export the statistics of ads with their IDs.',
  no_ad_ids_my_target: 'The report has no column “id”. Export the statistics of ads.',
  no_ad_ids_tiktok: 'The report has no column Ad ID. Choose the ad level and add it.',
  no_ad_ids_google_ads: 'The report has no column Ad ID. Add it to the report of ads.',
  ad_name_unknown:
    'The name “{{value}}” does not tell the ad: no known ad has it, or several do. Add ad IDs to the report.',
  damaged_ids:
    'A spreadsheet has damaged the ad ID: its last digits are lost. Upload the export as it is, without opening it in Excel, or format the column as text.',
  bad_id: 'This is not an ID: {{value}}.',
  unknown_creative: 'There is no such creative.',
  bad_day: 'Not a date, or it could be two: {{value}}. Write 2026-01-31 or 31.01.2026.',
  bad_amount: 'Not a number, below zero, or it could be two: {{value}}. Write 1234.56.',
  bad_currency: 'This is not a currency code: {{value}}. Write, for example, RUB.',
  currency_conflict:
    'The currencies differ between the heading, the column and the amount. Export one currency.',
  duplicate_line:
    'This day of the ad is already in the file. Lines of an unknown file are not added up: keep one.',
  control_total_mismatch:
    'The file’s total is {{value}}, the sum of its lines is another. Some are missing: export it again.',
  period_total: 'This is the total of a period, not its days. Export the report by day.',
  period_total_meta_ads_manager:
    'This is the total of a period. In Ads Manager choose Breakdown → By time → Day and export again.',
  period_total_yandex_direct:
    'This is the total of a period. In the report wizard slice it by days and export again.',
  period_total_vk_ads: 'This is the total of a period. Choose the breakdown by days in VK Ads.',
  period_total_my_target: 'This is the total of a period. Choose the breakdown by days in myTarget.',
  period_total_tiktok: 'This is the total of a period. Add the dimension By Day to the TikTok report.',
  period_total_google_ads: 'This is the total of a period. In Google Ads choose Segment → Time → Day.',
  amount_unit_unknown:
    'The amounts look like millionths of the currency, as the API of Yandex Direct gives them. Choose the unit below.',
}
