import { Group, Stack, Text } from '@mantine/core'
import type { Preview } from '@/features/spend/api'
import { spendTexts } from '@/features/spend/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const shownLines = 10

/** Period, sums and skipped lines. */
export function FileFacts({ read }: { read: Preview }) {
  const t = useTexts(spendTexts)
  const format = useFormat()
  const money = (amount: number) => `${format.amount(amount)} ${read.currency ?? ''}`.trim()
  const skipped = read.skipped_lines
    .slice(0, shownLines)
    .map(({ line, reason }) => t(`skipped_${reason}`, { line }))
  return (
    <Stack gap={4}>
      <Group gap="xl">
        {read.period && <Fact name={t('period')} value={format.days(read.period.from, read.period.to)} />}
        {read.total !== null && read.rows.length > 0 && <Fact name={t('total')} value={money(read.total)} />}
        {read.control_total !== null && (
          <Fact
            name={t('controlTotal')}
            value={
              read.errors.length === 0
                ? `${money(read.control_total)} (${t('agrees')})`
                : money(read.control_total)
            }
          />
        )}
        {read.errors.length === 0 && <Fact name={t('rows')} value={format.count(read.accepted)} />}
      </Group>
      {read.summed_lines > 0 && (
        <Text size="sm" c="dimmed">
          {t('summed', { count: read.summed_lines })}
        </Text>
      )}
      {skipped.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('skipped', { lines: skipped.join('; ') })}
        </Text>
      )}
      {read.errors.length === 0 && read.unknown_ad_names.length > 0 && (
        <Text size="sm">
          {t('unknownAds', {
            count: read.unknown_ad_names.length,
            ads: read.unknown_ad_names
              .slice(0, shownLines)
              .map((ad) => ad.name ?? ad.ad_id)
              .join(', '),
          })}
        </Text>
      )}
    </Stack>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text fw={600}>{value}</Text>
    </div>
  )
}
