import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Allowed } from '@/components/Allowed'
import { Empty } from '@/components/States'
import { allParts, useChips } from '@/features/leads/list/use-chips'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useTexts } from '@/lib/texts'

/** The empty list: no match, nothing in the period, or no leads yet. */
export function NoLeads({ add }: { add: () => void }) {
  const t = useTexts(leadTexts)
  const { filter, change } = useLeadList()
  const isNarrowed = useChips().length > 0
  const isAllTime = filter.period === 'all'
  const forAllTime = (
    <Button variant="default" onClick={() => change({ period: 'all', from: undefined, to: undefined })}>
      {t('forAllTime')}
    </Button>
  )
  const addFirst = (
    <Allowed to="work">
      <Button leftSection={<IconPlus size={16} />} onClick={add}>
        {t('addLead')}
      </Button>
    </Allowed>
  )
  if (!isNarrowed && isAllTime)
    return <Empty title={t('noLeads')} hint={t('noLeadsHint')} action={addFirst} />
  if (!isNarrowed) return <Empty title={t('nothingInPeriod')} hint={t('noLeadsHint')} action={forAllTime} />
  return (
    <Empty
      title={t('nothingFound')}
      hint={t(isAllTime ? 'nothingEverHint' : 'nothingFoundHint')}
      action={
        <Group justify="center">
          {!isAllTime && forAllTime}
          <Button
            variant="subtle"
            onClick={() => change(Object.fromEntries(allParts.map((part) => [part, undefined])))}
          >
            {t('resetFilters')}
          </Button>
        </Group>
      }
    />
  )
}
