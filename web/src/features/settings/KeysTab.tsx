import { ActionIcon, Anchor, Button, Code, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CopyField } from '@/components/CopyField'
import { QueryView } from '@/components/QueryView'
import { useFormFaults } from '@/components/use-form-faults'
import { type ApiKey, keysQuery, useCreateKey, useRevokeKey } from '@/features/settings/api'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Section } from '@/components/Section'
import { settingsTexts } from '@/features/settings/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** API keys of the account. */
export function KeysTab() {
  const t = useTexts(settingsTexts)
  return (
    <Stack gap="lg">
      <Section title={t('tab_keys')} hint={t('keysHint')}>
        <NewKey />
        <Keys />
      </Section>
      <ForDevelopers />
    </Stack>
  )
}

function NewKey() {
  const t = useTexts(settingsTexts)
  const create = useCreateKey(useAccount().id)
  const [name, setName] = useState('')
  const { form, faults } = useFormFaults(() => create.mutate(name.trim(), { onSuccess: () => setName('') }))
  return (
    <>
      <form {...form} className="screen-only">
        <Group align="flex-start">
          <TextInput
            name="name"
            label={t('keyName')}
            required
            error={faults.name}
            w={{ base: '100%', sm: 320 }}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={create.isPending} mt={{ sm: 25 }}>
            {t('createKey')}
          </Button>
        </Group>
      </form>
      {create.data && (
        <CopyField label={t('keyCreated')} description={t('keyOnce')} value={create.data.key} />
      )}
    </>
  )
}

function Keys() {
  const t = useTexts(settingsTexts)
  const format = useFormat()
  const { id } = useAccount()
  const query = useQuery(keysQuery(id))
  const revoke = useRevokeKey(id)
  const [asked, setAsked] = useState<ApiKey>()
  const close = () => setAsked(undefined)
  return (
    <QueryView query={query} lines={3}>
      {(keys) => (
        <>
          {keys.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noKeys')}
            </Text>
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('name')}</Table.Th>
                  <Table.Th scope="col">{t('created')}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('actions')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {keys.map((key) => (
                  <Table.Tr key={key.id}>
                    <Table.Td>{key.name}</Table.Td>
                    <Table.Td>{format.time(key.created_at)}</Table.Td>
                    <Table.Td ta="right">
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={t('revoke', { name: key.name })}
                        title={t('revoke', { name: key.name })}
                        onClick={() => setAsked(key)}
                      >
                        <IconTrash size={18} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          <ConfirmDialog
            opened={asked !== undefined}
            onClose={close}
            title={t('revokeTitle')}
            hint={t('revokeHint', { name: asked?.name ?? '' })}
            action={t('revokeNow')}
            isPending={revoke.isPending}
            onConfirm={() => asked && revoke.mutate(asked.id, { onSuccess: close })}
          />
        </>
      )}
    </QueryView>
  )
}

function ForDevelopers() {
  const t = useTexts(settingsTexts)
  const { id } = useAccount()
  const example = [
    `curl '${location.origin}/api/leads?userAccountId=${id}' \\`,
    "  -H 'Authorization: Bearer KEY' -H 'Content-Type: application/json' \\",
    `  -d '{"source_type": "website", "phone": "8 (916) 123-45-67", "ad_id": "120210"}'`,
  ].join('\n')
  return (
    <Section
      title={t('forDevelopers')}
      hint={t('forDevelopersHint')}
      aside={
        <Anchor href="/swagger" size="sm">
          Swagger
        </Anchor>
      }
    >
      <Code block tabIndex={0}>
        {example}
      </Code>
    </Section>
  )
}
