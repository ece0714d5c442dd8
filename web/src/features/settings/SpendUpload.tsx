import { Alert, Anchor, Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { useUploadSpend } from '@/features/settings/api'
import { lineSentence } from '@/features/settings/line-sentence'
import { lineErrors, spendExample } from '@/features/settings/metrics'
import { Section } from '@/features/settings/Section'
import { campaignTexts } from '@/features/settings/campaign-texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Uploads a CSV by button or drop, and reports the result line by line. */
export function SpendUpload() {
  const t = useTexts(campaignTexts)
  const { currency } = useAccount()
  const upload = useUploadSpend(useAccount().id)
  const [isOver, setIsOver] = useState(false)
  const again = useRef<() => void>(null)
  const send = (file: File | null | undefined) => {
    if (file) upload.mutate(file)
    again.current?.() // a corrected file may be chosen again
  }
  const example = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${spendExample(currency ?? 'RUB')}`)}`
  return (
    <Section title={t('uploadSpend')} hint={t('spendHint')}>
      <Paper
        withBorder
        p="xl"
        bg={isOver ? 'var(--mantine-primary-color-light)' : undefined}
        style={{ borderStyle: 'dashed' }}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          send(event.dataTransfer.files[0])
        }}
      >
        <Group justify="center">
          <FileButton
            resetRef={again}
            accept=".csv,.tsv,.txt,text/csv"
            onChange={send}
            inputProps={{ 'aria-label': t('chooseFile') }}
          >
            {(props) => (
              <Button leftSection={<IconUpload size={18} />} loading={upload.isPending} {...props}>
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
      <Outcome upload={upload} />
    </Section>
  )
}

const shownErrors = 20

function Outcome({ upload }: { upload: ReturnType<typeof useUploadSpend> }) {
  const t = useTexts(campaignTexts)
  if (upload.isSuccess)
    return (
      <Alert color="green" role="status" title={t('uploaded', { count: upload.data.accepted })}>
        {upload.data.unknown_ads.length > 0 && t('unknownAds', { ads: upload.data.unknown_ads.join(', ') })}
      </Alert>
    )
  if (!upload.isError) return null
  const errors = lineErrors(upload.error)
  if (errors.length === 0) return <FormFailure error={upload.error} />
  return (
    <Alert color="red" role="alert" title={t('notUploaded')}>
      <Stack gap={2}>
        {errors.slice(0, shownErrors).map((error, i) => (
          <Text key={i} size="sm">
            {t('line', { line: error.line, message: lineSentence(error) })}
          </Text>
        ))}
        {errors.length > shownErrors && (
          <Text size="sm">{t('moreErrors', { count: errors.length - shownErrors })}</Text>
        )}
      </Stack>
    </Alert>
  )
}
