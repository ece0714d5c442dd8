import { Button, Group, Image, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { Section } from '@/components/Section'
import classes from '@/features/creatives/creatives.module.css'
import { pictureAt } from '@/features/creatives/page/picture'
import { pageTexts } from '@/features/creatives/page/texts'
import { useFormat } from '@/lib/account'
import type { Creative } from '@/lib/creatives'
import { useTexts } from '@/lib/texts'

/** The ads and marks of a creative, and its picture or the address of one. */
export function SourcePanel({ creative }: { creative: Creative }) {
  const t = useTexts(pageTexts)
  const format = useFormat()
  const ads = creative.ad_ids.map(String)
  const marks = creative.marks.map(({ code, value }) => `${code}=${value}`)
  return (
    <Section title={t('source')} hint={t('sourceHint')} aside={<Preview creative={creative} />}>
      <Stack gap="sm">
        {ads.length + marks.length === 0 ? (
          <Text size="sm">{t('noSource')}</Text>
        ) : (
          <Stack gap="sm" component="dl" m={0}>
            <List name={t('ads')} items={ads} />
            <List name={t('marks')} items={marks} />
          </Stack>
        )}
        <Text size="xs" c="dimmed">
          {t('created')}: {format.time(creative.created_at)}
        </Text>
      </Stack>
    </Section>
  )
}

const few = 20

function List({ name, items }: { name: string; items: string[] }) {
  const t = useTexts(pageTexts)
  const [isWhole, setWhole] = useState(false)
  if (items.length === 0) return null
  const shown = isWhole ? items : items.slice(0, few)
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} size="sm" className={classes.items}>
        {shown.join(', ')}{' '}
        {shown.length < items.length && (
          <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
            {t('allAds', { count: items.length })}
          </Button>
        )}
      </Text>
    </div>
  )
}

function Preview({ creative: { title, preview_url } }: { creative: Creative }) {
  const t = useTexts(pageTexts)
  if (!preview_url) return null
  const picture = pictureAt(preview_url, window.location.origin)
  return (
    <Group>
      {picture && (
        <Image src={picture} alt={t('picture', { title })} h={120} w="auto" maw="100%" radius="sm" />
      )}
      <Button
        component="a"
        href={preview_url}
        target="_blank"
        rel="noreferrer"
        variant="default"
        size="xs"
        rightSection={<IconExternalLink size={14} aria-hidden />}
      >
        {t('preview')}
      </Button>
    </Group>
  )
}
