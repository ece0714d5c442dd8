import { Anchor, Paper, Stack, Text, Title } from '@mantine/core'
import { Page } from '@/components/Page'
import { terms } from '@/components/terms'
import classes from '@/features/explained/explained.module.css'
import { explainedTexts } from '@/features/explained/texts'
import { useTexts } from '@/lib/texts'

/** Each term of the figures in plain words, with an example. */
export function HowWeCountPage() {
  const t = useTexts(explainedTexts)
  return (
    <Page title={t('title')} description={t('description')}>
      <nav aria-label={t('contents')} className={classes.contents}>
        {terms.map((term) => (
          <Anchor key={term} href={`#${term}`} size="sm">
            {t(term)}
          </Anchor>
        ))}
      </nav>
      <Stack gap="md" maw={820}>
        {terms.map((term) => (
          <Paper
            key={term}
            id={term}
            withBorder
            p={{ base: 'sm', sm: 'md' }}
            component="section"
            aria-label={t(term)}
            className={classes.term}
          >
            <Title order={2} size="h4" mb="xs">
              {t(term)}
            </Title>
            <Text className={classes.text}>{t(`${term}_text`)}</Text>
            <Text size="sm" mt="sm" className={classes.example}>
              <Text span inherit fw={600}>
                {t('example')}
              </Text>{' '}
              {t(`${term}_example`)}
            </Text>
          </Paper>
        ))}
      </Stack>
    </Page>
  )
}
