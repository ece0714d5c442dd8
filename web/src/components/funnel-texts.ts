import { defineTexts } from '@/lib/texts'

export const smallFunnelTexts = defineTexts(
  'small-funnel',
  {
    funnel: 'Воронка',
    openFunnel: 'Вся воронка',
    noPipeline: 'Воронки ещё не загружены',
    toPipelines: 'Загрузить воронки',
    pipeline: 'Воронка',
  },
  {
    funnel: 'Funnel',
    openFunnel: 'Whole funnel',
    noPipeline: 'No pipelines yet',
    toPipelines: 'Load pipelines',
    pipeline: 'Pipeline',
  },
)
