import { CloseButton, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure, Loading } from '@/components/States'
import { useProgress } from '@/features/overview/api'
import { firstStepsTexts } from '@/features/overview/first-steps-texts'
import { StepLine } from '@/features/overview/StepLine'
import { steps } from '@/features/overview/metrics'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** The checklist of a new account; beside figures it goes once it is done or hidden. */
export function FirstSteps({ hasFigures }: { hasFigures: boolean }) {
  const t = useTexts(firstStepsTexts)
  const { id } = useAccount()
  const queryClient = useQueryClient()
  const [isHidden, setIsHidden] = useLocalStorage({ key: `first-steps-hidden:${id}`, defaultValue: false })
  const isWanted = !hasFigures || !isHidden
  const { done, backfill, failed } = useProgress(isWanted)
  const isLoading = !!done && !done.backfill
  useEffect(() => {
    // Stages and figures came with the deals.
    if (isLoading) return () => void queryClient.invalidateQueries({ queryKey: ['account', id] })
  }, [isLoading, queryClient, id])
  const isOver = hasFigures && !!done && steps.every((step) => done[step])
  useEffect(() => {
    if (isOver) setIsHidden(true) // later visits need not ask
  }, [isOver, setIsHidden])
  if (!isWanted || isOver || (hasFigures && !done)) return null
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />
  if (!done) return <Loading lines={7} />
  const next = steps.find((step) => !done[step])
  const count = steps.filter((step) => done[step]).length
  return (
    <Paper
      withBorder
      p="lg"
      maw={760}
      component="section"
      aria-labelledby="first-steps"
      className="screen-only"
    >
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={2} size="h3" id="first-steps">
          {t('start')}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('stepsDone', { done: count, all: steps.length })}
          </Text>
          {hasFigures && <CloseButton aria-label={t('hide')} onClick={() => setIsHidden(true)} />}
        </Group>
      </Group>
      <Text c="dimmed" size="sm" mt={4} mb="lg">
        {t('startHint')}
      </Text>
      <Stack gap="md" component="ol" p={0} m={0}>
        {steps.map((step, i) => (
          <StepLine
            key={step}
            step={step}
            number={i + 1}
            isDone={done[step]}
            isNext={step === next}
            backfill={backfill}
          />
        ))}
      </Stack>
    </Paper>
  )
}
