import { Group, Select, Switch, Text, TextInput, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/Page'
import { PrintedLine } from '@/components/PrintedLine'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import { commonTexts } from '@/components/texts'
import { AccountTable } from '@/features/accounts/AccountTable'
import { accountsQuery } from '@/features/accounts/api'
import { arrange } from '@/features/accounts/metrics'
import { accountsTexts } from '@/features/accounts/texts'
import { useAccountList } from '@/features/accounts/use-account-list'
import { formatter } from '@/lib/format'
import { useLanguage } from '@/lib/language'
import { presets } from '@/lib/period'
import { useTexts } from '@/lib/texts'

/** All accounts of the signed-in user on one page. */
export function AccountsPage() {
  const t = useTexts(accountsTexts)
  const { list, period } = useAccountList()
  const { from, to } = period
  const common = useTexts(commonTexts)
  const format = formatter(useLanguage())
  const days = from && to ? format.days(from, to) : common('period_all')
  const query = useQuery(accountsQuery(period))
  return (
    <Page isWide title={t('title')} description={t('hint')} printed={<PrintedLine parts={[days]} />}>
      <Filters />
      <QueryView query={query} lines={8}>
        {(rows) => {
          if (rows.length === 0) return <Empty title={t('none')} hint={t('noneHint')} />
          const shown = arrange(rows, list)
          return shown.length === 0 ? (
            <Text c="dimmed">{t('nothingFound')}</Text>
          ) : (
            <AccountTable rows={shown} />
          )
        }}
      </QueryView>
    </Page>
  )
}

function Filters() {
  const t = useTexts(accountsTexts)
  const common = useTexts(commonTexts)
  const { list, preset, change } = useAccountList()
  return (
    <Group gap="sm" align="flex-end" className="screen-only">
      <Select
        label={t('period')}
        w={{ base: '100%', xs: 180 }}
        allowDeselect={false}
        value={preset}
        onChange={(chosen) => change({ preset: presets.find((known) => known === chosen) })}
        data={presets.map((value) => ({ value, label: common(`period_${value}` as 'period_own') }))}
      />
      <TextInput
        type="search"
        label={t('search')}
        w={{ base: '100%', xs: 240 }}
        leftSection={<IconSearch size={16} />}
        value={list.search ?? ''}
        onChange={(event) => change({ search: event.currentTarget.value || undefined })}
      />
      <Tooltip label={t('attentionHint')} multiline maw={280}>
        <Switch
          label={t('attention')}
          mb={8}
          checked={list.attention ?? false}
          onChange={(event) => change({ attention: event.currentTarget.checked || undefined })}
        />
      </Tooltip>
    </Group>
  )
}
