import { Button, Code, CopyButton, Stack, Tabs, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { Section } from '@/components/Section'
import { commonTexts } from '@/components/texts'
import { type Platform, platforms, templates } from '@/features/sources/platforms'
import { platformTexts } from '@/features/sources/platform-texts'
import classes from '@/features/sources/sources.module.css'
import { usePlatformName } from '@/features/sources/templates/use-platform-name'
import { useTexts } from '@/lib/texts'

/** The parameters to put into each ad platform. */
export function TemplatesSection() {
  const t = useTexts(platformTexts)
  const nameOf = usePlatformName()
  return (
    <Section title={t('templates')} hint={t('templatesHint')}>
      <Tabs defaultValue={platforms[0]} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('platform')}>
          {platforms.map((platform) => (
            <Tabs.Tab key={platform} value={platform}>
              {nameOf(platform)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {platforms.map((platform) => (
          <Tabs.Panel key={platform} value={platform}>
            <Template platform={platform} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  )
}

function Template({ platform }: { platform: Platform }) {
  const t = useTexts(platformTexts)
  const common = useTexts(commonTexts)
  return (
    <Stack gap="sm" align="flex-start">
      <Code block className={classes.template}>
        {templates[platform]}
      </Code>
      <CopyButton value={templates[platform]} timeout={2000}>
        {({ copied, copy }) => (
          <Button
            size="xs"
            variant={copied ? 'light' : 'default'}
            color="teal"
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {common(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
      <Text size="sm">{t(`where_${platform}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('check')}
      </Text>
    </Stack>
  )
}
