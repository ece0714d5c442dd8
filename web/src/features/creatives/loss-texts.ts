import { defineTexts } from '@/lib/texts'

export const lossTexts = defineTexts(
  'losses',
  {
    losses: 'Почему теряем',
    lossesHint: 'Причины отказа у закрытых без продажи, как их указали в amoCRM.',
    noLosses: 'Потерянных лидов за этот период нет',
    noReason: 'Причина не указана',
    otherReasons_one: 'Ещё {{count}} причина, лидов: {{leads, number}}',
    otherReasons_few: 'Ещё {{count}} причины, лидов: {{leads, number}}',
    otherReasons_many: 'Ещё {{count}} причин, лидов: {{leads, number}}',
    otherReasons_other: 'Ещё {{count}} причины, лидов: {{leads, number}}',
    mostly: 'Чаще всего: {{creatives}}',
  },
  {
    losses: 'Why leads are lost',
    lossesHint: 'Loss reasons of closed deals, as given in amoCRM.',
    noLosses: 'No leads were lost in this period',
    noReason: 'No reason given',
    otherReasons_one: '{{count}} more reason, leads: {{leads, number}}',
    otherReasons_other: '{{count}} more reasons, leads: {{leads, number}}',
    mostly: 'Mostly: {{creatives}}',
  },
)
