import { defineTexts } from '@/lib/texts'

export const qualifiedTexts = defineTexts(
  'qualified',
  {
    nowAndEver: '{{now, number}} сейчас · {{ever, number}} когда-либо',
    reached_or_passed: 'дошли до этапа или дальше',
    within_one: 'за первый день',
    within_few: 'за первые {{count, number}} дня',
    within_many: 'за первые {{count, number}} дней',
    within_other: 'за первые {{count, number}} дня',
    judged: 'как в вердикте',
  },
  {
    nowAndEver: '{{now, number}} now · {{ever, number}} ever',
    reached_or_passed: 'reached the stage or passed it',
    within_one: 'within the first day',
    within_other: 'within the first {{count, number}} days',
    judged: 'as in the verdict',
  },
)
