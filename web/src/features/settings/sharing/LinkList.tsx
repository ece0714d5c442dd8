import { ActionIcon, Badge, Table, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { QueryView } from '@/components/QueryView'
import { type ShareLink, shareLinksQuery, useRevokeLink } from '@/features/settings/sharing/api'
import { sharingTexts } from '@/features/settings/sharing/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The account's share links, each to be revoked. */
export function LinkList() {
  const t = useTexts(sharingTexts)
  const { id } = useAccount()
  const query = useQuery(shareLinksQuery(id))
  const revoke = useRevokeLink(id)
  const [asked, setAsked] = useState<ShareLink>()
  const close = () => setAsked(undefined)
  return (
    <QueryView query={query} lines={3}>
      {(links) =>
        links.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('none')}
          </Text>
        ) : (
          <>
            <Table.ScrollContainer minWidth={560}>
              <Table>
                <Table.Tbody>
                  {links.map((link) => (
                    <Line key={link.id} link={link} ask={() => setAsked(link)} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <ConfirmDialog
              opened={!!asked}
              onClose={close}
              title={t('revokeTitle')}
              hint={t('revokeHint', { title: asked?.title ?? '' })}
              action={t('revokeIt')}
              isPending={revoke.isPending}
              onConfirm={() => asked && revoke.mutate(asked.id, { onSuccess: close })}
            />
          </>
        )
      }
    </QueryView>
  )
}

function Line({ link, ask }: { link: ShareLink; ask: () => void }) {
  const t = useTexts(sharingTexts)
  const format = useFormat()
  return (
    <Table.Tr>
      <Table.Td>{link.title}</Table.Td>
      <Table.Td>
        {t(`page_${link.page}`)}
        {link.has_password && (
          <Text size="xs" c="dimmed">
            {t('withPassword')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {link.is_expired ? (
          <Badge color="gray" variant="light" tt="none">
            {t('expired')}
          </Badge>
        ) : link.expires_at ? (
          t('until', { time: format.time(link.expires_at) })
        ) : (
          t('forever')
        )}
      </Table.Td>
      <Table.Td ta="right" className="screen-only">
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('revoke', { title: link.title })}
          onClick={ask}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  )
}
