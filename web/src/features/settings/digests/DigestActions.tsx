import { ActionIcon, Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { FormFailure } from '@/components/FormFailure'
import { type Digest, useChangeDigest, useDeleteDigest, useSendDigest } from '@/features/settings/digests/api'
import { digestTexts } from '@/features/settings/digests/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Sends, pauses, resumes and deletes a digest. */
export function DigestActions({ digest, name }: { digest: Digest; name: string }) {
  const t = useTexts(digestTexts)
  const { id } = useAccount()
  const [asked, setAsked] = useState(false)
  const change = useChangeDigest(id, digest.id)
  const send = useSendDigest(id, digest.id)
  const remove = useDeleteDigest(id, digest.id)
  return (
    <>
      <Group gap="xs" className="screen-only">
        {!digest.is_paused && digest.to && (
          <Button size="xs" variant="light" loading={send.isPending} onClick={() => send.mutate(undefined)}>
            {t('send')}
          </Button>
        )}
        {digest.paused_because !== 'unsubscribed' && (
          <Button
            size="xs"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ is_paused: !digest.is_paused })}
          >
            {t(digest.is_paused ? 'resume' : 'pause')}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={`${t('delete')}: ${name}`}
          onClick={() => setAsked(true)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
      <FormFailure error={send.error ?? change.error ?? remove.error} />
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('deleteTitle')}
        hint={t('deleteHint', { name })}
        action={t('delete')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => setAsked(false) })}
      />
    </>
  )
}
