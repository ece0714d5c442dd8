import { Group, NumberInput, Select, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { DataAge } from '@/components/DataAge'
import { HowLink } from '@/components/HowLink'
import { commonTexts } from '@/components/texts'
import { useAccount } from '@/lib/account'
import { directionsQuery } from '@/lib/directions'
import { defaultMode, modes } from '@/lib/filter'
import { isDay, presetOf, presetPeriod, presets } from '@/lib/period'
import { useTexts } from '@/lib/texts'
import { useFilter } from '@/lib/use-filter'

const DayRange = lazy(() => import('@/components/DayRange'))
const own = 'own'

interface Fields {
  withMode: boolean
  withDirection?: boolean
}

/** Period, direction and what "qualified" means: the same on every page of figures, kept in the address. */
export function FilterBar({ withMode = true, withDirection = true }: Partial<Fields>) {
  return (
    <Group gap="sm" align="flex-end" className="screen-only">
      <FilterFields withMode={withMode} withDirection={withDirection} />
      <DataAge of="analytics" />
    </Group>
  )
}

/** The bare fields, for a page that adds its own. */
export function FilterFields({ withMode, withDirection = true }: Fields) {
  return (
    <>
      <PeriodFilter />
      {withDirection && <DirectionFilter />}
      {withMode && <ModeFilter />}
    </>
  )
}

export function PeriodFilter() {
  const t = useTexts(commonTexts)
  const { request, today, change } = useFilter()
  const preset = presetOf(request, today) ?? own
  const ofPreset = (chosen: string | null) => {
    const known = presets.find((p) => p === chosen)
    if (known === 'all') change({ from: undefined, to: undefined, period: 'all' })
    else if (known) change({ ...presetPeriod(known, today), period: undefined })
    // Starts from a day that is no preset; the days are chosen beside it.
    else change({ from: request.from ?? today, to: undefined, period: undefined })
  }
  return (
    <>
      <Select
        label={t('period')}
        w={{ base: 'calc(50% - 6px)', xs: 160 }}
        allowDeselect={false}
        value={preset}
        onChange={ofPreset}
        data={[...presets, own].map((value) => ({ value, label: t(`period_${value}` as 'period_own') }))}
      />
      {preset === own && (
        <Suspense>
          <DayRange
            from={request.from}
            to={request.to}
            onChange={(from, to) => change({ from, to: isDay(to) ? to : undefined, period: undefined })}
          />
        </Suspense>
      )}
    </>
  )
}

function DirectionFilter() {
  const t = useTexts(commonTexts)
  const { id } = useAccount()
  const { filter, change } = useFilter()
  const { data: directions = [] } = useQuery(directionsQuery(id))
  if (directions.length === 0) return null
  return (
    <Select
      label={t('direction')}
      placeholder={t('allDirections')}
      w={{ base: 'calc(50% - 6px)', xs: 200 }}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      searchable={directions.length > 8}
      value={filter.directionId ?? null}
      onChange={(directionId) => change({ directionId: directionId ?? undefined })}
      data={directions.map((direction) => ({ value: direction.id, label: direction.name }))}
    />
  )
}

function ModeFilter() {
  const t = useTexts(commonTexts)
  const { filter, change } = useFilter()
  const mode = filter.mode ?? defaultMode
  return (
    <>
      <Tooltip label={t(`modeHint_${mode}`)} position="top-start">
        <Select
          label={t('mode')}
          w={{ base: 'calc(50% - 6px)', xs: 200 }}
          allowDeselect={false}
          value={mode}
          onChange={(chosen) => {
            const known = modes.find((m) => m === chosen)
            change({
              mode: known === defaultMode ? undefined : known,
              days: known === 'within' ? (filter.days ?? 14) : undefined,
            })
          }}
          data={modes.map((value) => ({ value, label: t(`mode_${value}`) }))}
        />
      </Tooltip>
      <HowLink term="qualified" about={t('mode')} />
      {mode === 'within' && (
        <NumberInput
          label={t('days')}
          w={90}
          min={1}
          max={3660}
          allowDecimal={false}
          value={filter.days ?? 14}
          onChange={(days) => typeof days === 'number' && days >= 1 && change({ days })}
        />
      )}
    </>
  )
}
