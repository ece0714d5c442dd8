import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core'
import { CopyField } from '@/components/CopyField'
import type { Digest } from '@/features/settings/digests/api'
import { DigestActions } from '@/features/settings/digests/DigestActions'
import { LastMessage } from '@/features/settings/digests/LastMessage'
import { digestTexts } from '@/features/settings/digests/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** A digest: whom it reaches and when, how the last message ended, and what can be done about it. */
export function DigestCard({ digest }: { digest: Digest }) {
  const t = useTexts(digestTexts)
  const format = useFormat()
  const to = digest.to ?? ''
  const name = digest.channel === 'email' ? to : to ? t('chat', { to }) : t('newChat')
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {t(`schedule_${digest.when}`, { at: digest.at, zone: digest.time_zone })}
              {digest.next_at && `. ${t('next', { time: format.time(digest.next_at) })}`}
            </Text>
          </div>
          <DigestActions digest={digest} name={name} />
        </Group>
        {digest.paused_because && (
          <div>
            <Badge color={digest.paused_because === 'by_hand' ? 'gray' : 'red'} variant="light" tt="none">
              {t(`paused_${digest.paused_because}`)}
            </Badge>
            {digest.pause_detail && (
              <Text size="xs" c="dimmed" mt={4}>
                {digest.pause_detail}
              </Text>
            )}
          </div>
        )}
        {digest.code && !digest.paused_because && (
          <Stack gap="xs">
            <Text size="sm">
              {t('notLinked')}. {t('linkHint')}
            </Text>
            {digest.code_url && (
              <Anchor size="sm" href={digest.code_url} target="_blank" rel="noreferrer">
                {t('openBot')}
              </Anchor>
            )}
            <CopyField label={t('command')} value={`/start ${digest.code}`} />
          </Stack>
        )}
        {digest.last_message && <LastMessage message={digest.last_message} />}
      </Stack>
    </Paper>
  )
}
