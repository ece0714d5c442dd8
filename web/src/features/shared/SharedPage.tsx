import { Container, Loader, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '@/components/States'
import { headQuery } from '@/features/shared/api'
import { PasswordForm } from '@/features/shared/PasswordForm'
import { Report } from '@/features/shared/Report'
import { sharedTexts } from '@/features/shared/texts'
import { ApiError, isRefusedFor } from '@/lib/problem'
import { useTexts } from '@/lib/texts'

/** A page that is read by a link, without sign-in. */
export function SharedPage() {
  const { token = '' } = useParams({ strict: false })
  const [key, setKey] = useState(token)
  const head = useQuery(headQuery(key))
  if (head.data) return <Report bearer={key} head={head.data} />
  if (isRefusedFor(head.error, 'share_password_missing')) return <PasswordForm token={token} enter={setKey} />
  if (head.error instanceof ApiError && head.error.status === 401) return <Gone />
  return (
    <Container size="xs" py="xl" component="main">
      {head.error ? <Failure error={head.error} retry={() => void head.refetch()} /> : <Loader />}
    </Container>
  )
}

function Gone() {
  const t = useTexts(sharedTexts)
  return (
    <Container size="xs" py={80} component="main">
      <Stack gap="xs" ta="center">
        <Title order={1} size="h3">
          {t('gone')}
        </Title>
        <Text c="dimmed">{t('goneHint')}</Text>
      </Stack>
    </Container>
  )
}
