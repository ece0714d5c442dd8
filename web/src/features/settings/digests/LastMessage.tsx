import { Text } from '@mantine/core'
import type { Digest } from '@/features/settings/digests/api'
import { digestTexts } from '@/features/settings/digests/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** How the last message ended, and how it reads. */
export function LastMessage({ message }: { message: NonNullable<Digest['last_message']> }) {
  const t = useTexts(digestTexts)
  const format = useFormat()
  const outcome =
    message.state === 'pending' && message.error
      ? t('retrying')
      : t(`last_${message.state}`, { time: message.sent_at ? format.time(message.sent_at) : '' })
  return (
    <details>
      <summary>
        <Text span size="sm">
          {t('preview')}: {outcome}
        </Text>
      </summary>
      {message.error && (
        <Text size="xs" c="dimmed" mt={4}>
          {message.error}
        </Text>
      )}
      <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {message.text}
      </Text>
    </details>
  )
}
