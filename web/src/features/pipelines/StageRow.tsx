import { Badge, Checkbox, Group, Table, Text } from '@mantine/core'
import { AnchorLink } from '@/components/Links'
import { StageBadge } from '@/components/StageBadge'
import type { Mark, Pipeline, Stage } from '@/features/pipelines/types'
import { pipelineTexts } from '@/features/pipelines/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

interface Props {
  pipeline: Pipeline
  stage: Stage
  ask: (mark: Mark) => void
}

export function StageRow({ pipeline, stage, ask }: Props) {
  const t = useTexts(pipelineTexts)
  const mayMark = useMay('work')
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          checked={stage.is_qualified_stage}
          aria-label={t('mark', { stage: stage.status_name, pipeline: pipeline.pipeline_name })}
          disabled={!mayMark}
          onChange={() => ask({ stage, isQualified: !stage.is_qualified_stage })}
        />
        {stage.is_qualified_stage && <span className="print-only">✓</span>}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <StageBadge name={stage.status_name} color={stage.is_archived ? undefined : stage.status_color} />
          {stage.is_archived && <Label colour="gray">{t('archived')}</Label>}
          {stage.awaits_decision && <Label colour="yellow">{t('awaiting')}</Label>}
          {stage.status_type === 1 && <Label colour="gray">{t('incoming')}</Label>}
        </Group>
      </Table.Td>
      <Table.Td ta="right">
        <LeadCount pipeline={pipeline} stage={stage} />
      </Table.Td>
    </Table.Tr>
  )
}

const Label = ({ colour, children }: { colour: string; children: string }) => (
  <Badge variant="light" color={colour} size="sm" tt="none" radius="sm" fw={500}>
    {children}
  </Badge>
)

function LeadCount({ pipeline, stage }: Omit<Props, 'ask'>) {
  const t = useTexts(pipelineTexts)
  const format = useFormat()
  const { id } = useAccount()
  const shown = format.count(stage.lead_count)
  if (!stage.lead_count)
    return (
      <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {shown}
      </Text>
    )
  return (
    <AnchorLink
      to="/a/$accountId/leads"
      params={{ accountId: id }}
      search={{ pipelineId: pipeline.pipeline_id, statusId: stage.status_id, period: 'all' }}
      size="sm"
      style={{ fontVariantNumeric: 'tabular-nums' }}
      aria-label={t('leadsOf', { count: stage.lead_count, shown, stage: stage.status_name })}
    >
      {shown}
    </AnchorLink>
  )
}
