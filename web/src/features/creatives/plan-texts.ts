import { defineTexts } from '@/lib/texts'

export const planTexts = defineTexts(
  'plan',
  {
    title: 'Сколько лидов нужно для вывода',
    hint: 'Назовите разницу, которую хотите заметить: чем она меньше, тем больше нужно лидов.',
    from: 'Доля у остальных, %',
    to: 'Доля, на которую надеетесь, %',
    creatives: 'Креативов в направлении',
    answer_one:
      'Чтобы отличить {{to}} от {{from}}, нужен {{count, number}} зрелый лид на каждый из {{creatives}} креативов, всего {{total, number}}.',
    answer_few:
      'Чтобы отличить {{to}} от {{from}}, нужно по {{count, number}} зрелых лида на каждый из {{creatives}} креативов, всего {{total, number}}.',
    answer_many:
      'Чтобы отличить {{to}} от {{from}}, нужно по {{count, number}} зрелых лидов на каждый из {{creatives}} креативов, всего {{total, number}}.',
    answer_other:
      'Чтобы отличить {{to}} от {{from}}, нужно по {{count, number}} зрелого лида на каждый из {{creatives}} креативов, всего {{total, number}}.',
    never: 'Разница слишком мала: её не заметить ни при каком числе лидов.',
    fault_rates: 'Доли — больше 0 и меньше 100 %.',
    fault_equal: 'Одинаковые доли не отличить. Назовите разницу.',
    fault_creatives: 'Креативов — от 2 до 10 000.',
  },
  {
    title: 'Leads needed for a conclusion',
    hint: 'Name the difference you want to notice: the smaller it is, the more leads it takes.',
    from: 'Rate of the rest, %',
    to: 'Rate you hope for, %',
    creatives: 'Creatives in the direction',
    answer_one:
      'To tell {{to}} from {{from}}, each of the {{creatives}} creatives needs {{count, number}} mature lead, {{total, number}} in all.',
    answer_other:
      'To tell {{to}} from {{from}}, each of the {{creatives}} creatives needs {{count, number}} mature leads, {{total, number}} in all.',
    never: 'The difference is too small: no number of leads would show it.',
    fault_rates: 'Rates are more than 0 and less than 100%.',
    fault_equal: 'Equal rates cannot be told apart. Name a difference.',
    fault_creatives: 'Creatives are 2 to 10,000.',
  },
)
