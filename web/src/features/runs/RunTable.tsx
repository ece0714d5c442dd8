import { Badge, Progress, Table, Text, Tooltip } from '@mantine/core'
import type { Run } from '@/features/runs/api'
import { durationOf, progressOf } from '@/features/runs/metrics'
import { runTexts } from '@/features/runs/texts'
import { useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const colours = { queued: 'gray', running: 'blue', done: 'green', failed: 'red' } as const

export function RunTable({ runs }: { runs: readonly Run[] }) {
  const t = useTexts(runTexts)
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('kind')}</Table.Th>
            <Table.Th scope="col">{t('state')}</Table.Th>
            <Table.Th scope="col">{t('progress')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('changed')}
            </Table.Th>
            <Table.Th scope="col">{t('begun')}</Table.Th>
            <Table.Th scope="col">{t('took')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function RunRow({ run }: { run: Run }) {
  const t = useTexts(runTexts)
  const format = useFormat()
  const state = run.is_queued ? 'queued' : run.state
  return (
    <Table.Tr>
      <Table.Td>{t(`kind_${run.kind}`)}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={colours[state]} tt="none">
          {t(`state_${state}`)}
        </Badge>
        {run.error && (
          <Text size="xs" c="red" mt={4}>
            {run.error}
          </Text>
        )}
        {run.skipped > 0 && <Skipped count={run.skipped} />}
      </Table.Td>
      <Table.Td>
        <RunProgress run={run} />
      </Table.Td>
      <Table.Td ta="right">{format.count(run.changed)}</Table.Td>
      <Table.Td>{format.time(run.started_at ?? run.requested_at)}</Table.Td>
      <Table.Td>{format.seconds(durationOf(run, new Date()))}</Table.Td>
    </Table.Tr>
  )
}

/** The number of amoCRM's rows that the run could not read. */
function Skipped({ count }: { count: number }) {
  const t = useTexts(runTexts)
  return (
    <Tooltip label={t('skippedHint')} multiline w={300} events={{ hover: true, focus: true, touch: true }}>
      <Text size="xs" c="orange" mt={4} w="fit-content" tabIndex={0}>
        {t('skipped', { count })}
      </Text>
    </Tooltip>
  )
}

function RunProgress({ run }: { run: Run }) {
  const t = useTexts(runTexts)
  const format = useFormat()
  const progress = progressOf(run)
  const count =
    run.total === null
      ? format.count(run.done)
      : t('progressOf', { done: format.count(run.done), total: format.count(run.total) })
  return (
    <>
      {run.state === 'running' && (
        <Progress.Root size="sm" w={140}>
          <Progress.Section
            value={progress ?? 100}
            animated={progress === undefined}
            aria-label={t('progress')}
            aria-valuetext={count}
          />
        </Progress.Root>
      )}
      <Text size="xs" c="dimmed">
        {count}
      </Text>
    </>
  )
}
