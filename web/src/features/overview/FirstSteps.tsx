import type { LinkProps } from '@tanstack/react-router'
import { Group, Paper, Stack, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconClock } from '@tabler/icons-react'
import { ButtonLink } from '@/components/Links'
import { Failure, Loading } from '@/components/States'
import { useProgress } from '@/features/overview/api'
import { firstStepsTexts } from '@/features/overview/first-steps-texts'
import { type Step, steps } from '@/features/overview/metrics'
import { useAccount } from '@/lib/account'
import { useIsAdministrator } from '@/lib/session'
import { useTexts } from '@/lib/texts'

const where = {
  connect: { to: '/a/$accountId/settings' },
  sync: { to: '/a/$accountId/pipelines' },
  flag: { to: '/a/$accountId/pipelines' },
  creatives: { to: '/a/$accountId/settings', search: { tab: 'campaigns' } },
  leads: { to: '/a/$accountId/settings', search: { tab: 'keys' } },
  deals: { to: '/a/$accountId/leads' },
} as const satisfies Record<Step, Pick<LinkProps, 'to' | 'search'>>

/** Steps of an administrator: members see them without a link. */
const ofAdministrators = new Set<Step>(['connect', 'leads'])

/** The checklist of a new account. */
export function FirstSteps() {
  const t = useTexts(firstStepsTexts)
  const { done, failed } = useProgress()
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />
  if (!done) return <Loading lines={7} />
  const next = steps.find((step) => !done[step])
  const count = steps.filter((step) => done[step]).length
  return (
    <Paper withBorder p="lg" maw={760} component="section" aria-labelledby="first-steps">
      <Group justify="space-between" align="baseline">
        <Title order={2} size="h3" id="first-steps">
          {t('start')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('stepsDone', { done: count, all: steps.length })}
        </Text>
      </Group>
      <Text c="dimmed" size="sm" mt={4} mb="lg">
        {t('startHint')}
      </Text>
      <Stack gap="md" component="ol" p={0} m={0}>
        {steps.map((step, i) => (
          <StepLine key={step} step={step} number={i + 1} isDone={done[step]} isNext={step === next} />
        ))}
      </Stack>
    </Paper>
  )
}

function StepLine({
  step,
  number,
  isDone,
  isNext,
}: {
  step: Step
  number: number
  isDone: boolean
  isNext: boolean
}) {
  const t = useTexts(firstStepsTexts)
  const { id } = useAccount()
  const isAdministrator = useIsAdministrator()
  const waits = step === 'deals' && isNext
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
        <div>
          <Text fw={isNext ? 650 : 500} c={isDone ? 'dimmed' : undefined}>
            {t(`step_${step}`)}
            <VisuallyHidden> ({t(isDone ? 'done' : waits ? 'waiting' : 'notDone')})</VisuallyHidden>
          </Text>
          {!isDone && (
            <Text size="sm" c="dimmed">
              {t(`stepHint_${step}`)}
            </Text>
          )}
        </div>
        {!isDone && (isAdministrator || !ofAdministrators.has(step)) && (
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
