import { Anchor, Button, FileButton, Group, Paper, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { Section } from '@/components/Section'
import { spendExample } from '@/features/spend/metrics'
import { spendTexts } from '@/features/spend/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const accepted = '.csv,.tsv,.txt,.xlsx,.xls,.json,text/csv'

/** Chooses a file; one may also be dropped anywhere on the page. */
export function UploadSection({
  choose,
  isPending,
  children,
}: {
  choose: (file: File) => void
  isPending: boolean
  children: ReactNode
}) {
  const t = useTexts(spendTexts)
  const { currency } = useAccount()
  const again = useRef<() => void>(null)
  const example = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${spendExample(currency ?? 'RUB')}`)}`
  return (
    <Section title={t('upload')} hint={t('uploadHint')}>
      <Paper withBorder p={{ base: 'md', sm: 'xl' }} style={{ borderStyle: 'dashed' }}>
        <Group justify="center">
          <FileButton
            resetRef={again}
            accept={accepted}
            onChange={(file) => {
              if (file) choose(file)
              again.current?.() // a corrected file may be chosen again
            }}
            inputProps={{ 'aria-label': t('chooseFile') }}
          >
            {(props) => (
              <Button leftSection={<IconUpload size={18} />} loading={isPending} {...props}>
                {t('chooseFile')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('dropHere')}
          </Text>
          <Anchor href={example} download="ad-spend.csv" size="sm">
            {t('example')}
          </Anchor>
        </Group>
      </Paper>
      {children}
    </Section>
  )
}
