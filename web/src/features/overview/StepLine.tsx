import type { LinkProps } from '@tanstack/react-router'
import { Group, Text, ThemeIcon, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconClock } from '@tabler/icons-react'
import { BackfillProgress } from '@/components/BackfillProgress'
import { ButtonLink } from '@/components/Links'
import { firstStepsTexts } from '@/features/overview/first-steps-texts'
import type { Step } from '@/features/overview/metrics'
import { useAccount } from '@/lib/account'
import type { components } from '@/lib/api-types'
import { type Right, useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

const where = {
  connect: { to: '/a/$accountId/settings' },
  backfill: { to: '/a/$accountId/runs' },
  flag: { to: '/a/$accountId/pipelines' },
  creatives: { to: '/a/$accountId/sources', search: { period: 'all' } },
  spend: { to: '/a/$accountId/spend' },
} as const satisfies Record<Step, Pick<LinkProps, 'to' | 'search'>>

/** Without the right a step is shown without its link. */
const needs: Record<Step, Right> = {
  connect: 'configure',
  backfill: 'read',
  flag: 'work',
  creatives: 'work',
  spend: 'work',
}

/** A step: done, next, or later. */
export function StepLine({
  step,
  number,
  isDone,
  isNext,
  backfill,
}: {
  step: Step
  number: number
  isDone: boolean
  isNext: boolean
  backfill: components['schemas']['SyncRunView'] | null
}) {
  const t = useTexts(firstStepsTexts)
  const { id } = useAccount()
  const mayDo = useMay(needs[step])
  const waits = step === 'backfill' && isNext
  const isLinked = !isDone && !waits && mayDo
  return (
    <Group
      component="li"
      wrap="nowrap"
      align="flex-start"
      gap="md"
      aria-current={isNext ? 'step' : undefined}
    >
      <ThemeIcon
        radius="xl"
        size={30}
        variant={isDone ? 'filled' : 'light'}
        color={isDone ? 'teal' : isNext ? 'brand' : 'gray'}
      >
        {isDone ? <IconCheck size={18} aria-hidden /> : waits ? <IconClock size={18} aria-hidden /> : number}
      </ThemeIcon>
      <Group justify="space-between" flex={1} gap="xs" align="flex-start">
        <div style={{ flex: '1 1 220px' }}>
          <Text fw={isNext ? 650 : 500} c={isDone ? 'dimmed' : undefined}>
            {t(`step_${step}`)}
            <VisuallyHidden> ({t(isDone ? 'done' : waits ? 'waiting' : 'notDone')})</VisuallyHidden>
          </Text>
          {!isDone && (
            <Text size="sm" c="dimmed" mb={waits && backfill ? 6 : 0}>
              {t(`stepHint_${step}`)}
            </Text>
          )}
          {waits && backfill && <BackfillProgress run={backfill} />}
        </div>
        {isLinked && (
          <ButtonLink
            size="xs"
            variant={isNext ? 'filled' : 'default'}
            {...where[step]}
            params={{ accountId: id }}
          >
            {t(`stepLink_${step}`)}
          </ButtonLink>
        )}
      </Group>
    </Group>
  )
}
