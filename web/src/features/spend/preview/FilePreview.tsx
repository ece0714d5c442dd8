import { Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { FormFailure } from '@/components/FormFailure'
import { Loading } from '@/components/States'
import type { Unit, Upload, usePreview } from '@/features/spend/api'
import { asksForColumns, asksForUnit, lineErrors } from '@/features/spend/metrics'
import { ColumnMap } from '@/features/spend/preview/ColumnMap'
import { FileErrors } from '@/features/spend/preview/FileErrors'
import { FileFacts } from '@/features/spend/preview/FileFacts'
import { FirstRows } from '@/features/spend/preview/FirstRows'
import { useFormatName } from '@/features/spend/platforms'
import { spendTexts } from '@/features/spend/texts'
import { useTexts } from '@/lib/texts'

/** A file before it is stored: what was recognised, its totals, errors, columns and first rows. */
export function FilePreview({
  upload,
  preview,
  change,
  store,
  close,
  isStoring,
  failure,
}: {
  upload: Upload
  preview: ReturnType<typeof usePreview>
  change: (upload: Upload) => void
  store: () => void
  close: () => void
  isStoring: boolean
  failure: Error | null
}) {
  const t = useTexts(spendTexts)
  const nameOf = useFormatName()
  if (preview.isError)
    return (
      <Stack gap="sm">
        <FormFailure error={preview.error} />
      </Stack>
    )
  if (!preview.data) return <Loading lines={3} />

  const read = preview.data
  const isUnknown = read.errors.some((error) => error.code === 'unknown_columns')
  const format = isUnknown ? t('unrecognised') : nameOf(read.format)
  const hasUnit = asksForUnit(read.errors) || upload.unit !== undefined
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} aria-busy={preview.isPending}>
      <Stack gap="md">
        <Title order={3} size="h5">
          {`${upload.file.name}: ${format}`}
        </Title>
        {read.period && <FileFacts read={read} />}
        <FileErrors errors={read.errors} format={read.format} />
        {failure && lineErrors(failure).length === 0 && <FormFailure error={failure} />}
        {hasUnit && (
          <Group gap="sm">
            <Text size="sm">{t('unit')}</Text>
            <SegmentedControl
              aria-label={t('unit')}
              value={upload.unit ?? ''}
              onChange={(unit) => change({ ...upload, unit: unit as Unit })}
              data={(['units', 'micros'] as const).map((value) => ({ value, label: t(`unit_${value}`) }))}
            />
          </Group>
        )}
        <ColumnMap
          columns={read.columns}
          mapping={upload.columns}
          isOpen={asksForColumns(read.errors) || upload.columns !== undefined}
          change={(columns) => change({ ...upload, columns })}
        />
        <FirstRows rows={read.rows} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button
            loading={isStoring}
            disabled={preview.isPending || read.errors.length > 0 || read.accepted === 0}
            onClick={store}
          >
            {t('store')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
