import { Alert, Button, Center, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Allowed } from '@/components/Allowed'
import { AnchorLink } from '@/components/Links'
import { commonTexts } from '@/components/texts'
import type { UnmatchedMark } from '@/features/sources/api'
import { markName } from '@/features/sources/MarkName'
import { codesOf, isAdId } from '@/features/sources/parts'
import { sourcesTexts } from '@/features/sources/texts'
import { ChosenBar } from '@/features/sources/unmatched/ChosenBar'
import { useMarkNames } from '@/features/sources/unmatched/use-mark-names'
import { ValueTable } from '@/features/sources/unmatched/ValueTable'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const pageSize = 25

/** The values of one mark at a time: a lead may have one in each. */
export function Unmatched({ items }: { items: readonly UnmatchedMark[] }) {
  const t = useTexts(sourcesTexts)
  const common = useTexts(commonTexts)
  const names = useMarkNames()
  const codes = codesOf(items)
  const [wanted, setWanted] = useState<string>()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(pageSize)
  const [chosen, setChosen] = useState(new Set<string>())
  const code = codes.find((known) => known.code === wanted)?.code ?? codes[0]?.code ?? ''
  const values = items.filter((item) => item.code === code)
  const found = values.filter((item) => item.value.toLowerCase().includes(search.trim().toLowerCase()))
  const picked = values.filter((item) => chosen.has(item.value))
  const clear = () => setChosen(new Set())
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600} className="print-only">
        {markName(code, names.get(code))}
      </Text>
      <Group gap="sm" align="flex-end" className="screen-only">
        <Select
          label={t('whichMark')}
          w={{ base: '100%', xs: 240 }}
          allowDeselect={false}
          value={code}
          onChange={(next) => {
            setWanted(next ?? undefined)
            setMost(pageSize)
            clear()
          }}
          data={codes.map(({ code: value, count }) => ({
            value,
            label: `${markName(value, names.get(value))} (${count})`,
          }))}
        />
        <TextInput
          type="search"
          label={t('find')}
          w={{ base: '100%', xs: 240 }}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Group>
      {values.some((item) => isAdId(code, item.value)) && (
        <Allowed to="work">
          <AdIds />
        </Allowed>
      )}
      {found.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('nothingFound')}
        </Text>
      ) : (
        <ValueTable values={found.slice(0, most)} chosen={chosen} choose={setChosen} />
      )}
      {found.length > most && (
        <Center>
          <Button variant="default" size="xs" onClick={() => setMost(most + 4 * pageSize)}>
            {common('more')}
          </Button>
        </Center>
      )}
      <Allowed to="work">
        <ChosenBar code={code} picked={picked} done={clear} />
      </Allowed>
    </Stack>
  )
}

function AdIds() {
  const t = useTexts(sourcesTexts)
  const { id } = useAccount()
  return (
    <Alert variant="light" p="xs">
      <Text size="sm">
        {t('adIds')}{' '}
        <AnchorLink to="/a/$accountId/spend" params={{ accountId: id }} inherit underline="always">
          {t('toSpend')}
        </AnchorLink>
      </Text>
    </Alert>
  )
}
