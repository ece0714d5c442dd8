import { Button, Table } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { AnchorLink } from '@/components/Links'
import { Page } from '@/components/Page'
import { QueryView } from '@/components/QueryView'
import { Empty } from '@/components/States'
import type { Account } from '@/features/settings/api'
import { archiveTexts } from '@/features/settings/archive-texts'
import { archivedAccountsQuery, useArchive } from '@/lib/archive'
import { useTexts } from '@/lib/texts'

/** Archived accounts, each with a restore button. */
export function ArchivePage() {
  const t = useTexts(archiveTexts)
  const query = useQuery(archivedAccountsQuery)
  return (
    <Page title={t('title')} description={t('hint')}>
      <QueryView query={query}>
        {(accounts) =>
          accounts.length === 0 ? (
            <Empty title={t('empty')} hint={t('emptyHint')} />
          ) : (
            <Table maw={760} aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('name')}</Table.Th>
                  <Table.Th scope="col">{t('domain')}</Table.Th>
                  <Table.Th scope="col" aria-label={t('bringBack')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {accounts.map((account) => (
                  <ArchivedRow key={account.id} account={account} />
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryView>
    </Page>
  )
}

function ArchivedRow({ account: { id, name, amocrm_domain } }: { account: Account }) {
  const t = useTexts(archiveTexts)
  const archive = useArchive()
  return (
    <Table.Tr>
      <Table.Td>
        <AnchorLink to="/a/$accountId/overview" params={{ accountId: id }}>
          {name}
        </AnchorLink>
      </Table.Td>
      <Table.Td>{amocrm_domain ?? '—'}</Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('bringBackName', { name })}
          loading={archive.isPending}
          onClick={() =>
            archive.mutate(
              { id, isArchived: false },
              { onSuccess: () => notifications.show({ message: t('broughtBack') }) },
            )
          }
        >
          {t('bringBack')}
        </Button>
      </Table.Td>
    </Table.Tr>
  )
}
