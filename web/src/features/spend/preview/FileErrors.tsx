import { Alert, Stack, Text } from '@mantine/core'
import { lineSentence } from '@/features/spend/line-sentence'
import type { LineError } from '@/features/spend/metrics'
import { spendTexts } from '@/features/spend/texts'
import { useTexts } from '@/lib/texts'

const shown = 20

/** The reasons why a file cannot be stored, with what to choose in the platform. */
export function FileErrors({ errors, format }: { errors: LineError[]; format: string }) {
  const t = useTexts(spendTexts)
  if (errors.length === 0) return null
  return (
    <Alert color="red" role="alert" title={t('notReady', { count: errors.length })}>
      <Stack gap={2}>
        {errors.slice(0, shown).map((error, i) => (
          <Text key={i} size="sm">
            {t('line', { line: error.line, message: lineSentence(error, format) })}
          </Text>
        ))}
        {errors.length > shown && <Text size="sm">{t('moreErrors', { count: errors.length - shown })}</Text>}
      </Stack>
    </Alert>
  )
}
