import { Button } from '@mantine/core'
import { Empty } from '@/components/States'
import { pageTexts } from '@/features/creatives/page/texts'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

export function NoFigures() {
  const t = useTexts(pageTexts)
  const { filter, change } = useFilter()
  const showAll = () => change({ from: undefined, to: undefined, period: 'all' })
  return (
    <Empty
      title={t('noFigures')}
      hint={filter.period === 'all' ? undefined : t('noFiguresHint')}
      action={
        filter.period !== 'all' && (
          <Button variant="default" onClick={showAll}>
            {t('allTime')}
          </Button>
        )
      }
    />
  )
}
