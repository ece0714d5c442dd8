import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import { digestsQuery } from '@/features/settings/digests/api'
import { DigestCard } from '@/features/settings/digests/DigestCard'
import { NewDigest } from '@/features/settings/digests/NewDigest'
import { digestTexts } from '@/features/settings/digests/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Messages about the account by Telegram and email. */
export function DigestsTab() {
  const t = useTexts(digestTexts)
  const { id } = useAccount()
  const query = useQuery(digestsQuery(id))
  return (
    <Section title={t('title')} hint={t('hint')}>
      <NewDigest />
      <QueryView query={query} lines={3}>
        {(digests) =>
          digests.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('none')}
            </Text>
          ) : (
            <Stack gap="sm">
              {digests.map((digest) => (
                <DigestCard key={digest.id} digest={digest} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </Section>
  )
}
