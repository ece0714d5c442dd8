import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { UnmatchedMark } from '@/features/sources/api'
import classes from '@/features/sources/sources.module.css'
import { sourcesTexts } from '@/features/sources/texts'
import { JoinDialog } from '@/features/sources/unmatched/JoinDialog'
import { MakeDialog } from '@/features/sources/unmatched/MakeDialog'
import { useTexts } from '@/lib/texts'

/** What to do with the chosen values. */
export function ChosenBar({
  code,
  picked,
  done,
}: {
  code: string
  picked: readonly UnmatchedMark[]
  done: () => void
}) {
  const t = useTexts(sourcesTexts)
  const [open, setOpen] = useState<'make' | 'join'>()
  const close = () => setOpen(undefined)
  const finish = () => {
    close()
    done()
  }
  if (picked.length === 0)
    return (
      <Text size="sm" c="dimmed" className="screen-only">
        {t('selectHint')}
      </Text>
    )
  const leads = picked.reduce((sum, item) => sum + item.leads, 0)
  return (
    <Group justify="space-between" gap="xs" py="xs" className={`screen-only ${classes.bar}`}>
      <Text size="sm" role="status">
        {t('selected', { count: picked.length })}, {t('ofLeads', { count: leads })}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setOpen('join')}>
          {t(picked.length === 1 ? 'assign' : 'join')}
        </Button>
        <Button size="xs" onClick={() => setOpen('make')}>
          {t('make', { count: picked.length })}
        </Button>
      </Group>
      {open === 'make' && <MakeDialog code={code} picked={picked} close={close} done={finish} />}
      {open === 'join' && <JoinDialog code={code} picked={picked} close={close} done={finish} />}
    </Group>
  )
}
