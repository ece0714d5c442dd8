import { defineTexts } from '@/lib/texts'

export const platformTexts = defineTexts(
  'ad-platforms',
  {
    templates: 'Метки для рекламных кабинетов',
    templatesHint:
      'Поставьте их во все объявления. Кабинет сам подставит ID объявления в utm_content, и сервис узнает креатив и расход каждого лида.',
    platform: 'Рекламный кабинет',
    name_yandex: 'Яндекс Директ',
    name_vk: 'VK Реклама',
    where_meta:
      'Объявление → «Отслеживание» → «Параметры URL». В саму ссылку на сайт метки не добавляйте: они сложатся дважды.',
    where_yandex:
      'Настройки кампании или группы → «Параметры URL». Так метки получат все ссылки, и быстрые тоже.',
    where_vk: 'Группа объявлений → «Параметры URL» → «Добавлять UTM-метки вручную».',
    where_my_target:
      'Кампания → «Метки к ссылкам» → «Добавлять вручную». Без вопросительного знака в начале.',
    where_tiktok: 'Объявление → ссылка на сайт: добавьте после знака вопроса или через «Параметры URL».',
    where_google: 'Настройки аккаунта или кампании → «Параметры URL кампании» → «Суффикс конечного URL».',
    check:
      'Проверьте: перейдите по объявлению и посмотрите, что в адресе страницы вместо макросов стоят числа.',

    unfilled: 'Макросы, которые не подставились',
    unfilledHint:
      'Кабинет должен был заменить их на ID, но в сделку попал сам макрос. По таким меткам креатив не узнать.',
    unfilledLeads_one: '{{count, number}} лид',
    unfilledLeads_few: '{{count, number}} лида',
    unfilledLeads_many: '{{count, number}} лидов',
    unfilledLeads_other: '{{count, number}} лида',
    fix_meta:
      'Макрос Meta. Он работает только в поле «Параметры URL» объявления: в ссылке поста или в тексте Meta его не заменяет.',
    fix_yandex:
      'Макрос Яндекс Директа. Другие площадки его не знают: проверьте, что метки не скопированы в чужой кабинет и что скобки одинарные.',
    fix_vk:
      'Макрос VK Рекламы и myTarget. Другие площадки его не знают; в самой VK Рекламе он не работает в постах без продвижения.',
    fix_my_target: 'Макрос myTarget: проверьте, что метки добавлены в самой кампании.',
    fix_tiktok:
      'Макрос TikTok. Проверьте подчёркивания: по два с каждой стороны. В профиле и в обычных видео он не заменяется.',
    fix_google:
      'Макрос Google Ads. Он работает в суффиксе конечного URL и в шаблоне отслеживания, но не в кабинетах других площадок.',
    fix_unknown: 'Ни одна площадка такого макроса не знает: скорее всего, в нём опечатка.',
  },
  {
    templates: 'Tags for ad platforms',
    templatesHint:
      'Add them to every ad. The platform puts the ad ID into utm_content, and each lead finds its creative and its cost.',
    platform: 'Ad platform',
    name_yandex: 'Yandex Direct',
    name_vk: 'VK Ads',
    where_meta:
      'Ad → Tracking → URL parameters. Do not add them to the website URL itself: they would be there twice.',
    where_yandex: 'Campaign or group settings → URL parameters. All links get them, sitelinks too.',
    where_vk: 'Ad group → URL parameters → Add UTM tags manually.',
    where_my_target: 'Campaign → Link tags → Add manually. Without a question mark in front.',
    where_tiktok: 'Ad → Destination URL: after the question mark, or with Build URL parameters.',
    where_google: 'Account or campaign settings → Campaign URL options → Final URL suffix.',
    check: 'Then click through an ad and see that the address has numbers in place of the macros.',

    unfilled: 'Macros that were not filled in',
    unfilledHint:
      'The platform should have replaced them by IDs, but the deal got the macro itself. Such tags name no creative.',
    unfilledLeads_one: '{{count, number}} lead',
    unfilledLeads_other: '{{count, number}} leads',
    fix_meta:
      'A macro of Meta. It only works in the URL parameters of an ad: Meta does not replace it in the link of a post or in a text.',
    fix_yandex:
      'A macro of Yandex Direct. Other platforms do not know it: check that the tags were not copied to another platform, and that the braces are single.',
    fix_vk:
      'A macro of VK Ads and myTarget. Other platforms do not know it, and VK does not replace it in posts that are not promoted.',
    fix_my_target: 'A macro of myTarget: check that the tags are in the campaign itself.',
    fix_tiktok:
      'A macro of TikTok. Check the underscores: two on either side. It is not replaced in profiles and ordinary videos.',
    fix_google:
      'A macro of Google Ads. It works in the final URL suffix and the tracking template, but on no other platform.',
    fix_unknown: 'No platform knows this macro: it is most likely mistyped.',
  },
)
