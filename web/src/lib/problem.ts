/** A problem of the API (RFC 9457) with a stable code and reason (docs/problems.md). */
export interface Problem {
  code: string
  /** Undefined when the API did not answer. */
  reason?: string
  title?: string
  detail?: string
  status?: number
  errors?: unknown
  field_reasons?: Record<string, string>
}

export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem
  /** Retry-After in seconds. */
  readonly retryAfter?: number

  constructor(status: number, problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title ?? problem.code)
    this.name = 'ApiError'
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }

  get code() {
    return this.problem.code
  }

  get reason() {
    return this.problem.reason
  }
}

/** Reasons by field, named as in the API. */
export const fieldReasons = (error: unknown) =>
  (error instanceof ApiError ? error.problem.field_reasons : undefined) ?? {}

/** True when the same request may succeed later. */
export const mayPass = (error: unknown) =>
  !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500

export const isRefusedFor = (error: unknown, reason: string) =>
  error instanceof ApiError && error.reason === reason

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}
