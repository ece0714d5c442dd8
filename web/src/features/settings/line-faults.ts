/** Sentences for rejected lines of ad spend, by the codes of docs/problems.md. */
export const lineFaultsRu = {
  unreadable_file: 'Файл не прочитать: сохраните его как CSV.',
  unreadable_line: 'Строку не прочитать: проверьте кавычки и число ячеек.',
  unknown_columns: 'Не найдены нужные колонки: дата, объявление или креатив, расход.',
  no_ad_ids: 'Нет ID объявлений: добавьте их колонку в отчёт.',
  damaged_ids:
    'ID объявления испорчен таблицей: отформатируйте колонку как текст или выгрузите отчёт заново.',
  bad_id: 'Это не ID: {{value}}.',
  unknown_creative: 'Такого креатива нет.',
  bad_day: 'Не дата или читается двояко: {{value}}. Пишите 2026-01-31 или 31.01.2026.',
  bad_amount: 'Не число, меньше нуля или читается двояко: {{value}}. Пишите 1234.56.',
  bad_currency: 'Это не код валюты: {{value}}. Пишите, например, RUB.',
  currency_conflict: 'Знак валюты не совпадает с валютой строки или аккаунта: {{value}}.',
  duplicate_line: 'Этот день объявления или креатива в файле уже есть.',
  control_total_mismatch: 'Сумма строк не равна итогу файла.',
  period_total: 'Это итог за период: выгрузите отчёт по дням.',
  amount_unit_unknown: 'Непонятно, в каких единицах расход: в валюте или в миллионных долях.',
}

export const lineFaultsEn: typeof lineFaultsRu = {
  unreadable_file: 'The file cannot be read: save it as CSV.',
  unreadable_line: 'The line cannot be read: check its quotes and the number of cells.',
  unknown_columns: 'Some columns are missing: date, ad or creative, and spend are needed.',
  no_ad_ids: 'There are no ad ids: add their column to the report.',
  damaged_ids: 'A spreadsheet has damaged the ad id: format its column as text, or export the report again.',
  bad_id: 'This is not an id: {{value}}.',
  unknown_creative: 'There is no such creative.',
  bad_day: 'Not a date, or it could be two: {{value}}. Write 2026-01-31 or 31.01.2026.',
  bad_amount: 'Not a number, below zero, or it could be two: {{value}}. Write 1234.56.',
  bad_currency: 'This is not a currency code: {{value}}. Write, for example, RUB.',
  currency_conflict: 'The currency sign contradicts the currency of the line or the account: {{value}}.',
  duplicate_line: 'This day of the ad or creative is already in the file.',
  control_total_mismatch: 'The sum of the lines differs from the file’s total.',
  period_total: 'This is the total of a period: export the report by day.',
  amount_unit_unknown: 'It is unclear whether the amounts are in units or in millionths of the currency.',
}
