import { Button, Group, Select, Stack } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { FilterFields } from '@/components/FilterBar'
import { SearchField } from '@/features/leads/list/SearchField'
import { StageFilter } from '@/features/leads/list/StageFilter'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

/** On a narrow screen all but the search is behind a button. */
export function LeadFilters() {
  const t = useTexts(leadTexts)
  const isNarrow = useMediaQuery('screen and (max-width: 48em)', undefined, {
    getInitialValueInEffect: false,
  })
  const [isOpen, { toggle }] = useDisclosure(false)
  const { list, filter } = useLeadList()
  const withMode = list.isQualified !== undefined || filter.mode !== undefined
  const controls = (
    <>
      <FilterFields withMode={withMode} />
      <CreativeFilter />
      <StageFilter />
      <QualificationFilter />
      <SaleFilter />
    </>
  )
  if (!isNarrow)
    return (
      <Group gap="sm" align="flex-end" className="screen-only">
        <SearchField />
        {controls}
      </Group>
    )
  return (
    <Stack gap="sm" className="screen-only">
      <SearchField />
      <Button
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {t('moreFilters')}
      </Button>
      {isOpen && <Group gap="sm">{controls}</Group>}
    </Stack>
  )
}

function CreativeFilter() {
  const t = useTexts(leadTexts)
  const { id } = useAccount()
  const { list, filter, change } = useLeadList()
  const { data: creatives = [] } = useQuery(creativesQuery(id))
  const ofDirection = creatives.filter(
    ({ id, direction_id }) =>
      !filter.directionId || direction_id === filter.directionId || id === list.creativeId,
  )
  return (
    <Select
      label={t('creative')}
      placeholder={t('allCreatives')}
      w={{ base: '100%', sm: 200 }}
      clearable
      searchable
      value={list.creativeId ?? null}
      onChange={(creativeId) => change({ creativeId: creativeId ?? undefined })}
      data={[
        ...ofDirection.map((creative) => ({ value: creative.id, label: creative.title })),
        { value: 'unknown', label: t('withoutCreative') },
      ]}
    />
  )
}

const flags: Record<string, boolean> = { yes: true, no: false }
const asOption = (flag: boolean | undefined) => (flag === undefined ? 'any' : flag ? 'yes' : 'no')

function QualificationFilter() {
  const t = useTexts(leadTexts)
  const { list, change } = useLeadList()
  return (
    <Select
      label={t('qualification')}
      w={{ base: '100%', sm: 190 }}
      allowDeselect={false}
      value={asOption(list.isQualified)}
      onChange={(chosen) => change({ isQualified: flags[chosen ?? ''] })}
      data={[
        { value: 'any', label: t('anyQualification') },
        { value: 'yes', label: t('isQualified') },
        { value: 'no', label: t('isNotQualified') },
      ]}
    />
  )
}

function SaleFilter() {
  const t = useTexts(leadTexts)
  const { list, change } = useLeadList()
  return (
    <Select
      label={t('sale')}
      w={{ base: '100%', sm: 140 }}
      allowDeselect={false}
      value={asOption(list.won)}
      onChange={(chosen) => change({ won: flags[chosen ?? ''] })}
      data={[
        { value: 'any', label: t('anySale') },
        { value: 'yes', label: t('won') },
        { value: 'no', label: t('notWon') },
      ]}
    />
  )
}
