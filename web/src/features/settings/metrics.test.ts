import { describe, expect, it } from 'vitest'
import { lineErrors } from '@/features/settings/metrics'
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
})
