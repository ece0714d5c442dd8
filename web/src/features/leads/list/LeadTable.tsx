import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { AnchorLink } from '@/components/Links'
import { LongTable, type RowProps } from '@/components/long-list/LongTable'
import type { Lead } from '@/features/leads/types'
import { LeadStage, QualifiedMark } from '@/features/leads/LeadMarks'
import { LeadName, LeadPhone } from '@/features/leads/LeadName'
import { leadTexts } from '@/features/leads/texts'
import { useListAsState } from '@/features/leads/way-back'
import { useFormat } from '@/lib/account'
import { creativesQuery } from '@/lib/creatives'
import { directionsQuery } from '@/lib/directions'
import { useTexts } from '@/lib/texts'

const columns = ['person', 'source', 'advertisement', 'stage', 'qualified', 'created'] as const

export function LeadTable({ leads }: { leads: readonly Lead[] }) {
  return (
    <Table.ScrollContainer minWidth={940}>
      <LongTable
        name="leads"
        highlightOnHover
        verticalSpacing="xs"
        columns={columns.length}
        head={<Head />}
        items={leads}
        keyOf={({ id }) => id}
        height={59}
        row={(lead, props) => <LeadRow {...props} lead={lead} />}
      />
    </Table.ScrollContainer>
  )
}

function Head() {
  const t = useTexts(leadTexts)
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th key={column} scope="col">
            {t(column)}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

function LeadRow({ lead, ...props }: RowProps & { lead: Lead }) {
  const t = useTexts(leadTexts)
  const format = useFormat()
  const list = useListAsState()
  const { data: creatives } = useQuery(creativesQuery(lead.user_account_id))
  const { data: directions } = useQuery(directionsQuery(lead.user_account_id))
  const creative = creatives?.find(({ id }) => id === lead.creative_id)?.title
  const direction = directions?.find(({ id }) => id === lead.direction_id)?.name
  return (
    <Table.Tr {...props}>
      <Table.Td maw={240}>
        <AnchorLink
          to="/a/$accountId/leads/$leadId"
          params={{ accountId: lead.user_account_id, leadId: lead.id }}
          state={list}
          fw={500}
          size="sm"
        >
          <LeadName lead={lead} />
        </AnchorLink>
        <LeadPhone lead={lead} />
      </Table.Td>
      <Table.Td>{t(`source_${lead.source_type}`)}</Table.Td>
      <Table.Td maw={260}>
        <Text size="sm" truncate title={creative}>
          {creative ?? '—'}
        </Text>
        <Text size="xs" c="dimmed" truncate title={direction}>
          {direction}
        </Text>
      </Table.Td>
      <Table.Td miw={190}>
        <LeadStage lead={lead} />
      </Table.Td>
      <Table.Td>
        <QualifiedMark lead={lead} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {format.time(lead.created_at)}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}
