import { Group, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { LeadsLink } from '@/components/LeadsLink'
import { AnchorLink } from '@/components/Links'
import classes from '@/features/creatives/creatives.module.css'
import { creativesTexts } from '@/features/creatives/texts'
import { useAccount, useFormat } from '@/lib/account'
import { type Coverage, unknownCreative } from '@/lib/figures'
import { useTexts } from '@/lib/texts'

const parts = ['leads', 'linked', 'with_creative', 'with_spend'] as const

/** The coverage of the figures, and what to do about missing leads. */
export function CoverageLine({ coverage }: { coverage: Coverage }) {
  const t = useTexts(creativesTexts)
  const format = useFormat()
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'md' }} component="section" aria-label={t('coverage')}>
      <Group gap="md" component="dl" m={0}>
        {parts.map((part, i) => (
          <div key={part}>
            <Text component="dt" size="xs" c="dimmed">
              {t(`coverage_${part}`)}
            </Text>
            <Text component="dd" m={0} fw={600} className={classes.number}>
              {format.count(coverage[part])}{' '}
              {i > 0 && coverage.leads > 0 && (
                <Text span size="sm" c="dimmed" fw={400}>
                  {format.percent((100 * coverage[part]) / coverage.leads)}
                </Text>
              )}
            </Text>
          </div>
        ))}
      </Group>
      <Missing coverage={coverage} />
    </Paper>
  )
}

function Missing({ coverage }: { coverage: Coverage }) {
  const t = useTexts(creativesTexts)
  const { id } = useAccount()
  const line = (
    count: number,
    text: 'missing_linked' | 'missing_creative' | 'missing_spend',
    more?: ReactNode,
  ) =>
    count > 0 && (
      <Text size="sm" key={text}>
        {t(text, { count })} {more}
      </Text>
    )
  const { leads, linked, with_creative, with_spend } = coverage
  if (leads === 0) return null
  return (
    <div className={classes.missing}>
      {leads === with_spend && (
        <Text size="sm" c="dimmed">
          {t('full')}
        </Text>
      )}
      {line(leads - linked, 'missing_linked')}
      {line(
        linked - with_creative,
        'missing_creative',
        <span className="screen-only">
          <LeadsLink size="sm" underline="always" part={{ creativeId: unknownCreative }}>
            {t('showThem')}
          </LeadsLink>
          {' · '}
          <AnchorLink size="sm" underline="always" to="/a/$accountId/sources" params={{ accountId: id }}>
            {t('sortOut')}
          </AnchorLink>
        </span>,
      )}
      {line(
        with_creative - with_spend,
        'missing_spend',
        <AnchorLink
          className="screen-only"
          size="sm"
          underline="always"
          to="/a/$accountId/spend"
          params={{ accountId: id }}
        >
          {t('addSpend')}
        </AnchorLink>,
      )}
    </div>
  )
}
