import { defineTexts } from '@/lib/texts'

export const unsubscribeTexts = defineTexts(
  'unsubscribe',
  {
    title: 'Отписаться от рассылки?',
    hint: 'Сводки и оповещения на этот адрес приходить перестанут.',
    action: 'Отписаться',
    done: 'Вы отписались',
    doneHint: 'Больше писем этой рассылки не будет.',
  },
  {
    title: 'Unsubscribe from this digest?',
    hint: 'No more digests or alerts will be sent to this address.',
    action: 'Unsubscribe',
    done: 'You have unsubscribed',
    doneHint: 'This digest will send you no more emails.',
  },
)
