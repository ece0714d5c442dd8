import { Button, Group, Pill, Text } from '@mantine/core'
import { allParts, useChips } from '@/features/leads/list/use-chips'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useTexts } from '@/lib/texts'

/** The active filters as removable chips. */
export function ActiveFilters() {
  const t = useTexts(leadTexts)
  const { change } = useLeadList()
  const chips = useChips()
  if (chips.length === 0) return null
  const without = (parts: readonly string[]) =>
    change(Object.fromEntries(parts.map((part) => [part, undefined])))
  return (
    <Group gap="xs" role="group" aria-label={t('activeFilters')}>
      <Text size="sm" c="dimmed">
        {t('activeFilters')}:
      </Text>
      {chips.map(({ label, parts }) => (
        <Pill
          key={label}
          size="md"
          withRemoveButton
          removeButtonProps={{
            'aria-label': t('removeFilter', { filter: label }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => without(parts)}
        >
          {label}
        </Pill>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => without(allParts)}>
        {t('resetFilters')}
      </Button>
    </Group>
  )
}
