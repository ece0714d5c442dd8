import { defineTexts } from '@/lib/texts'

export const horizonTexts = defineTexts(
  'horizon',
  {
    verdicts: 'Когда судить о креативе',
    horizon: 'Срок на квалификацию, дней',
    horizonHint:
      'Креативы сравниваем по лидам, которым уже дали этот срок, — на равных. Чем он длиннее, тем полнее картина, но тем позже вывод.',
    suggested: 'Судя по вашим лидам, 90 % тех, кто квалифицируется, успевают за {{days}}.',
    asSuggested: 'Так и подсказывают ваши лиды: 90 % тех, кто квалифицируется, успевают за {{days}}.',
    take: 'Поставить {{days}}',
    unknown:
      'Подсказать срок пока нельзя: слишком мало лидов или самый старый из них моложе двойного срока квалификации.',
    dayCount_one: '{{count}} день',
    dayCount_few: '{{count}} дня',
    dayCount_many: '{{count}} дней',
    dayCount_other: '{{count}} дня',
  },
  {
    verdicts: 'When to judge a creative',
    horizon: 'Days a lead has to qualify',
    horizonHint:
      'Creatives are compared by leads that have had this long, on equal terms. The longer it is, the fuller the picture, and the later the verdict.',
    suggested: 'Going by your leads, 90% of those that qualify do so within {{days}}.',
    asSuggested: 'As your leads suggest: 90% of those that qualify do so within {{days}}.',
    take: 'Use {{days}}',
    unknown:
      'There is no suggestion yet: too few leads, or the oldest is younger than twice the time leads take to qualify.',
    dayCount_one: '{{count}} day',
    dayCount_other: '{{count}} days',
  },
)
