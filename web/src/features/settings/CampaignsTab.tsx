import { ActionIcon, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconEdit, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import type { Creative, Direction } from '@/features/settings/api'
import { CreativeDialog } from '@/features/settings/CreativeDialog'
import { DirectionDialog } from '@/features/settings/DirectionDialog'
import { Section } from '@/components/Section'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { useAccount, useFormat } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

/** Directions, and creatives with the ads that bring their leads. */
export function CampaignsTab() {
  return (
    <Stack gap="lg">
      <Creatives />
      <Directions />
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
  const t = useTexts(campaignTexts)
  const { data: directions = [] } = useQuery(directionsQuery(useAccount().id))
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="xs">
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
        <Table.Tbody>
          {creatives.map((creative) => (
            <Table.Tr key={creative.id}>
              <Table.Td>{creative.title}</Table.Td>
              <Table.Td>
                {directions.find(({ id }) => id === creative.direction_id)?.name ?? t('noDirection')}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{leadingTo(creative) || '—'}</Table.Td>
              <Table.Td ta="right" className="screen-only">
                <EditButton
                  label={t('editCreative', { title: creative.title })}
                  onClick={() => edit(creative)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** The ads and marks that bring leads to a creative. */
const leadingTo = ({ ad_ids, marks }: Creative) =>
  [...ad_ids, ...marks.map(({ code, value }) => `${code}=${value}`)].join(', ')

function Directions() {
  const t = useTexts(campaignTexts)
  const { id } = useAccount()
  const query = useQuery(directionsQuery(id))
  const [edited, setEdited] = useState<Direction | 'new'>()
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('addDirection')}
    </Button>
  )
  return (
    <Section title={t('directions')} hint={t('directionsHint')} aside={add}>
      <QueryView query={query} lines={2}>
        {(directions) =>
          directions.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noDirections')}
            </Text>
          ) : (
            <Stack gap={4}>
              {directions.map((direction) => (
                <Group key={direction.id} justify="space-between">
                  <div>
                    <Text size="sm">{direction.name}</Text>
                    <Aims direction={direction} />
                  </div>
                  <EditButton
                    label={t('editDirection', { title: direction.name })}
                    onClick={() => setEdited(direction)}
                  />
                </Group>
              ))}
            </Stack>
          )
        }
      </QueryView>
      {edited && (
        <DirectionDialog
          direction={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  )
}

/** The targets of a direction in a line. */
function Aims({ direction: { targets } }: { direction: Direction }) {
  const t = useTexts(campaignTexts)
  const format = useFormat()
  const { currency } = useAccount()
  const list = [
    targets.cpql !== null && `CPQL ${format.money(targets.cpql, currency)}`,
    targets.cac !== null && `CAC ${format.money(targets.cac, currency)}`,
    targets.romi !== null && `ROMI ${format.percent(targets.romi)}`,
  ].filter(Boolean)
  return list.length === 0 ? null : (
    <Text size="xs" c="dimmed">
      {t('aims', { list: list.join(', ') })}
    </Text>
  )
}

function EditButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <IconEdit size={18} />
    </ActionIcon>
  )
}
