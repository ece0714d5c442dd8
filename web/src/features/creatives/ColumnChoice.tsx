import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { columnPairs, type FigureColumn } from '@/features/creatives/figure-columns'
import { creativesTexts } from '@/features/creatives/texts'
import { useColumns } from '@/features/creatives/use-columns'
import { useTexts } from '@/lib/texts'

/** Chooses the columns of figures; title and verdict always stand. */
export function ColumnChoice() {
  const t = useTexts(creativesTexts)
  const { hidden, setHidden } = useColumns()
  const toggle = (column: FigureColumn) =>
    setHidden(hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column])
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns')}>
        <Stack gap="xs">
          {columnPairs.map(([column, below]) => (
            <Checkbox
              key={column}
              size="sm"
              label={below ? `${t(column)}, ${t(below)}` : t(column)}
              checked={!hidden.includes(column)}
              onChange={() => toggle(column)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
