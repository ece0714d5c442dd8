import { refusedFields } from '@/lib/problem'
import { defineTexts, translate } from '@/lib/texts'

const ru = {
  other: 'Проверьте это поле.',
  name: 'Нужно название, и не слишком длинное.',
  title: 'Нужно название, не длиннее 500 символов.',
  ad_ids: 'Не больше 1000 объявлений, каждый ID не длиннее 200 символов.',
  direction_id: 'Такого направления нет.',
  creative_id: 'Такого креатива нет.',
  phone: 'В телефоне должны быть цифры, не больше 100 символов.',
  email: 'Нужен адрес электронной почты.',
  chat_id: 'Не длиннее 200 символов.',
  message: 'Не длиннее 10 000 символов.',
  created_at: 'Время между 2000 годом и завтрашним днём.',
  amocrm_domain: 'Адрес вида example.amocrm.ru, example.amocrm.com или example.kommo.com.',
  long_lived_token: 'В токене нет пробелов и только латиница: скопируйте его целиком.',
  currency: 'Код валюты из трёх букв, например RUB.',
  time_zone: 'Название часового пояса, например Europe/Moscow.',
  default_country: 'Код страны из двух букв, например RU.',
  password: 'От 10 до 256 символов, и не адрес почты.',
  new_password: 'От 10 до 256 символов, и не адрес почты.',
  current_password: 'Текущий пароль не такой.',
  account_ids: 'Одного из этих аккаунтов уже нет.',
}

const fieldTexts = defineTexts('fields', ru, {
  other: 'Please check this field.',
  name: 'A name is needed, and not too long a one.',
  title: 'A title is needed, of at most 500 characters.',
  ad_ids: 'At most 1000 ads, each id of at most 200 characters.',
  direction_id: 'There is no such direction.',
  creative_id: 'There is no such creative.',
  phone: 'A phone has digits, and at most 100 characters.',
  email: 'An e-mail address is needed.',
  chat_id: 'At most 200 characters.',
  message: 'At most 10,000 characters.',
  created_at: 'A time between the year 2000 and tomorrow.',
  amocrm_domain: 'An address such as example.amocrm.ru, example.amocrm.com or example.kommo.com.',
  long_lived_token: 'A token has no spaces and only Latin characters: copy the whole of it.',
  currency: 'A currency code of three letters such as RUB.',
  time_zone: 'The name of a time zone such as Europe/Moscow.',
  default_country: 'A country code of two letters such as RU.',
  password: '10 to 256 characters, and not the e-mail address.',
  new_password: '10 to 256 characters, and not the e-mail address.',
  current_password: 'This is not the current password.',
  account_ids: 'One of these accounts is gone.',
})

const isKnown = (field: string): field is keyof typeof ru => Object.hasOwn(ru, field)

/** What the fields of a refused form need, in the person's language: the API itself speaks English. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  Object.fromEntries(
    refusedFields(error).map((field) => [field, translate(fieldTexts, isKnown(field) ? field : 'other')]),
  )
