import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import type { Direction } from '@/features/settings/api'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { DirectionDialog } from '@/features/settings/DirectionDialog'
import { EditButton } from '@/features/settings/EditButton'
import { useAccount, useFormat } from '@/lib/account'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

/** The directions with their targets. */
export function DirectionSection() {
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
    <Section term="targets" title={t('directions')} hint={t('directionsHint')} aside={add}>
      <QueryView query={query} lines={2}>
        {(directions) =>
          directions.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noDirections')}
            </Text>
          ) : (
            <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {directions.map((direction) => (
                <Group key={direction.id} component="li" justify="space-between" wrap="nowrap">
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
