import { Group, Text, UnstyledButton } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import classes from '@/components/DataAge.module.css'
import { commonTexts } from '@/components/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

const minuteMs = 60_000
/** Two refetches missed: refetching fails. */
const lateMs = 2.5 * minuteMs

/** The age of the page's figures, with a refresh button. */
export function DataAge({ of: part }: { of: 'analytics' | 'leads' }) {
  const t = useTexts(commonTexts)
  const format = useFormat()
  const { id } = useAccount()
  const queryClient = useQueryClient()
  const queryKey = ['account', id, part]
  const isFetching = useIsFetching({ queryKey }) > 0
  const now = useNow(10_000)
  const got = queryClient
    .getQueryCache()
    .findAll({ queryKey, type: 'active' })
    .map(({ state }) => state.dataUpdatedAt)
    .filter((at) => at > 0)
  if (got.length === 0) return null
  const oldest = Math.min(...got)
  const age = now - oldest
  const text =
    age < minuteMs
      ? t('updatedNow')
      : t('updatedAgo', { age: format.seconds(Math.floor(age / minuteMs) * 60) })
  return (
    <UnstyledButton
      className={`screen-only ${classes.age}`}
      data-late={age > lateMs || undefined}
      title={t('updateHint', { time: format.exactTime(new Date(oldest).toISOString()) })}
      onClick={() => void queryClient.invalidateQueries({ queryKey })}
    >
      <Group gap={4} wrap="nowrap">
        <IconRefresh size={14} aria-hidden className={classes.icon} data-busy={isFetching || undefined} />
        <Text size="xs" span>
          {text}
        </Text>
      </Group>
    </UnstyledButton>
  )
}

function useNow(everyMs: number) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
