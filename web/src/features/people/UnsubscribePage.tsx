import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { FormFailure } from '@/components/FormFailure'
import { EntryCard } from '@/features/people/EntryCard'
import { unsubscribeTexts } from '@/features/people/unsubscribe-texts'
import { api, read } from '@/lib/api-client'
import { useTexts } from '@/lib/texts'

/** Ends an email digest; a button, as mail programs open links by themselves. */
export function UnsubscribePage() {
  const t = useTexts(unsubscribeTexts)
  const { code } = useParams({ from: '/unsubscribe/$code' })
  const end = useMutation({
    mutationFn: () => read(api.POST('/api/digests/unsubscription/{code}', { params: { path: { code } } })),
    meta: { saysItsErrors: true },
  })
  if (end.isSuccess)
    return (
      <EntryCard title={t('done')} hint={t('doneHint')}>
        {null}
      </EntryCard>
    )
  return (
    <EntryCard title={t('title')} hint={t('hint')} failure={<FormFailure error={end.error} />}>
      <Button fullWidth loading={end.isPending} onClick={() => end.mutate()}>
        {t('action')}
      </Button>
    </EntryCard>
  )
}
