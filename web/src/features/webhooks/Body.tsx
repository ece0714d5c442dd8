import { Code, Stack, Tabs, Text } from '@mantine/core'
import { readForm } from '@/features/webhooks/form-tree'
import { webhookTexts } from '@/features/webhooks/texts'
import { useTexts } from '@/lib/texts'

/** The body of a delivery, as read and as it came. */
export function Body({ raw }: { raw: string }) {
  const t = useTexts(webhookTexts)
  if (raw === '') return <Text c="dimmed">{t('purged')}</Text>
  const form = readForm(raw)
  return (
    <Tabs defaultValue={form ? 'parsed' : 'raw'} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="parsed">{t('parsed')}</Tabs.Tab>
        <Tabs.Tab value="raw">{t('raw')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="parsed" pt="sm">
        <Stack>
          {form ? <Block text={JSON.stringify(form, null, 2)} /> : <Text c="dimmed">{t('unparsed')}</Text>}
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="raw" pt="sm">
        <Block text={raw} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Block({ text }: { text: string }) {
  return (
    <Code
      block
      tabIndex={0}
      style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 520, overflowY: 'auto' }}
    >
      {text}
    </Code>
  )
}
