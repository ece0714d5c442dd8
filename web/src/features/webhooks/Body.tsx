import { Code, Tabs, Text } from '@mantine/core'
import { webhookTexts } from '@/features/webhooks/texts'
import { useTexts } from '@/lib/texts'

/** The body of a delivery, parsed and raw. */
export function Body({ raw, parsed }: { raw: string; parsed: unknown }) {
  const t = useTexts(webhookTexts)
  if (raw === '') return <Text c="dimmed">{t('purged')}</Text>
  return (
    <Tabs defaultValue={parsed === null ? 'raw' : 'parsed'} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="parsed">{t('parsed')}</Tabs.Tab>
        <Tabs.Tab value="raw">{t('raw')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="parsed" pt="sm">
        {parsed === null ? (
          <Text c="dimmed">{t('unparsed')}</Text>
        ) : (
          <Block text={JSON.stringify(parsed, null, 2)} />
        )}
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
