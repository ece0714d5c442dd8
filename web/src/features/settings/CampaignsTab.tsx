import { Button, Stack, Table } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LongTable, type RowProps } from '@/components/long-list/LongTable'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import type { Creative } from '@/features/settings/api'
import { CreativeDialog } from '@/features/settings/CreativeDialog'
import { DirectionSection } from '@/features/settings/DirectionSection'
import { EditButton } from '@/features/settings/EditButton'
import { Section } from '@/components/Section'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { useAccount } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

/** Directions, and creatives with the ads that bring their leads. */
export function CampaignsTab() {
  return (
    <Stack gap="lg">
      <Creatives />
      <DirectionSection />
    </Stack>
  )
}

function Creatives() {
  const t = useTexts(campaignTexts)
  const { id } = useAccount()
  const query = useQuery(creativesQuery(id))
  const [edited, setEdited] = useState<Creative | 'new'>()
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('addCreative')}
    </Button>
  )
  return (
    <Section title={t('creatives')} hint={t('creativesHint')} aside={add}>
      <QueryView query={query}>
        {(creatives) =>
          creatives.length === 0 ? (
            <Empty title={t('noCreatives')} hint={t('noCreativesHint')} />
          ) : (
            <CreativeTable creatives={creatives} edit={setEdited} />
          )
        }
      </QueryView>
      {edited && (
        <CreativeDialog
          creative={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  )
}

function CreativeTable({
  creatives,
  edit,
}: {
  creatives: readonly Creative[]
  edit: (creative: Creative) => void
}) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <LongTable
        name="campaigns"
        verticalSpacing="xs"
        columns={4}
        head={<Head />}
        items={creatives}
        keyOf={({ id }) => id}
        height={50}
        row={(creative, props) => <CreativeRow {...props} creative={creative} edit={() => edit(creative)} />}
      />
    </Table.ScrollContainer>
  )
}

function Head() {
  const t = useTexts(campaignTexts)
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{t('creative')}</Table.Th>
        <Table.Th scope="col">{t('direction')}</Table.Th>
        <Table.Th scope="col">{t('adsAndMarks')}</Table.Th>
        <Table.Th scope="col" ta="right" className="screen-only">
          {t('actions')}
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  )
}

function CreativeRow({
  creative,
  edit,
  ...props
}: RowProps & {
  creative: Creative
  edit: () => void
}) {
  const t = useTexts(campaignTexts)
  const { data: directions = [] } = useQuery(directionsQuery(useAccount().id))
  return (
    <Table.Tr {...props}>
      <Table.Td>{creative.title}</Table.Td>
      <Table.Td>
        {directions.find(({ id }) => id === creative.direction_id)?.name ?? t('noDirection')}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{leadingTo(creative) || '—'}</Table.Td>
      <Table.Td ta="right" className="screen-only">
        <EditButton label={t('editCreative', { title: creative.title })} onClick={edit} />
      </Table.Td>
    </Table.Tr>
  )
}

/** The ads and marks that bring leads to a creative. */
const leadingTo = ({ ad_ids, marks }: Creative) =>
  [...ad_ids, ...marks.map(({ code, value }) => `${code}=${value}`)].join(', ')
