import { CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PeriodFilter } from '@/components/FilterBar'
import { spendTexts } from '@/features/spend/texts'
import { useSpendList } from '@/features/spend/use-spend-list'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

/** Search, period and creative. */
export function SpendFilters() {
  return (
    <>
      <SearchField />
      <PeriodFilter />
      <CreativeFilter />
    </>
  )
}

/** Writes to the address after a pause in typing. */
function SearchField() {
  const t = useTexts(spendTexts)
  const { list, change } = useSpendList()
  const [typed, setTyped] = useState(list.search ?? '')
  const put = useDebouncedCallback((text: string) => change({ search: text.trim() || undefined }), 350)
  const type = (text: string) => {
    setTyped(text)
    put(text)
  }
  return (
    <TextInput
      type="search"
      label={t('search')}
      placeholder={t('searchHint')}
      w={{ base: '100%', sm: 260 }}
      maxLength={200}
      leftSection={<IconSearch size={16} />}
      rightSection={typed && <CloseButton size="sm" aria-label={t('clear')} onClick={() => type('')} />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}

function CreativeFilter() {
  const t = useTexts(spendTexts)
  const { list, change } = useSpendList()
  const { data: creatives = [] } = useQuery(creativesQuery(useAccount().id))
  if (creatives.length === 0) return null
  return (
    <Select
      label={t('creative')}
      placeholder={t('allCreatives')}
      w={{ base: 'calc(50% - 6px)', xs: 220 }}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      searchable={creatives.length > 8}
      value={list.creativeId ?? null}
      onChange={(creativeId) => change({ creativeId: creativeId ?? undefined })}
      data={creatives.map((creative) => ({ value: creative.id, label: creative.title }))}
    />
  )
}
