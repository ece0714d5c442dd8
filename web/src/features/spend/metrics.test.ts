import { describe, expect, it } from 'vitest'
import { lineFaultsEn, lineFaultsRu } from '@/features/spend/line-faults'
import { faultKey } from '@/features/spend/line-sentence'
import { asksForColumns, cpc, ctr, lineErrors, remapped } from '@/features/spend/metrics'
import { readSpendList } from '@/features/spend/search'
import { ApiError } from '@/lib/problem'

describe('the errors of an uploaded file', () => {
  it('are told by line', () => {
    const errors = [{ line: 3, message: 'No date.' }]
    expect(lineErrors(new ApiError(400, { code: 'validation_error', errors }))).toEqual(errors)
  })

  it('are none where the request itself was wrong', () => {
    expect(lineErrors(new ApiError(400, { code: 'validation_error', errors: { file: ['Empty.'] } }))).toEqual(
      [],
    )
    expect(lineErrors(new ApiError(413, { code: 'payload_too_large' }))).toEqual([])
    expect(lineErrors(new Error('offline'))).toEqual([])
  })

  it('speak the words of the platform', () => {
    const of = (code: string, format?: string, column?: string) =>
      faultKey({ line: 1, message: '', code, column }, format)
    expect(of('period_total', 'meta_ads_manager')).toBe('period_total_meta_ads_manager')
    expect(of('period_total', 'plain')).toBe('period_total')
    expect(of('no_ad_ids', 'tiktok')).toBe('no_ad_ids_tiktok')
    expect(of('no_ad_ids', 'tiktok', 'ad_name')).toBe('ad_name_unknown')
    expect(of('toString')).toBeUndefined()
  })

  it('have a way out for each platform in both languages', () => {
    const platforms = ['meta_ads_manager', 'yandex_direct', 'vk_ads', 'my_target', 'tiktok', 'google_ads']
    for (const platform of platforms)
      for (const code of ['period_total', 'no_ad_ids']) {
        expect(lineFaultsRu).toHaveProperty(`${code}_${platform}`)
        expect(lineFaultsEn).toHaveProperty(`${code}_${platform}`)
      }
  })
})

describe('the columns of an unknown file', () => {
  const columns = [
    { heading: 'Tag', meaning: null },
    { heading: 'Date', meaning: 'date' },
    { heading: 'Kosten', meaning: null },
    { heading: '', meaning: null },
  ]

  it('are mapped one by one, a meaning to one column', () => {
    expect(remapped(columns, undefined, 'Kosten', 'spend')).toEqual({ Date: 'date', Kosten: 'spend' })
    expect(remapped(columns, undefined, 'Tag', 'date')).toEqual({ Tag: 'date', Date: 'ignore' })
    expect(remapped(columns, undefined, 'Date', null)).toEqual({ Date: 'ignore' })
    expect(remapped(columns, { Kosten: 'spend' }, 'Tag', 'date')).toEqual({
      Kosten: 'spend',
      Tag: 'date',
      Date: 'ignore',
    })
  })

  it('are asked for when the file lacks them', () => {
    const error = { line: 1, message: '' }
    expect(asksForColumns([{ ...error, code: 'unknown_columns' }])).toBe(true)
    expect(asksForColumns([{ ...error, code: 'no_ad_ids' }])).toBe(true)
    expect(asksForColumns([{ ...error, code: 'no_ad_ids', column: 'ad_name' }])).toBe(false)
    expect(asksForColumns([{ ...error, code: 'bad_day' }])).toBe(false)
  })
})

describe('the figures of a row', () => {
  it('are unknown where nothing is told', () => {
    expect(ctr({ clicks: 20, impressions: 1000 })).toBe(2)
    expect(ctr({ clicks: 0, impressions: 1000 })).toBe(0)
    expect(ctr({ clicks: 1, impressions: 0 })).toBeUndefined()
    expect(ctr({ clicks: null, impressions: 10 })).toBeUndefined()
    expect(cpc({ spend: 10, clicks: 4 })).toBe(2.5)
    expect(cpc({ spend: 10, clicks: 0 })).toBeUndefined()
  })
})

describe('the filter of the list', () => {
  it('is read from the address', () => {
    expect(readSpendList({ search: 'kitchen', creativeId: 'c', other: 1 })).toEqual({
      search: 'kitchen',
      creativeId: 'c',
    })
    expect(readSpendList({ search: 120210 })).toEqual({ search: '120210', creativeId: undefined })
    expect(readSpendList({ search: '' })).toEqual({})
  })
})
