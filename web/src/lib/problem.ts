/** What the API says when it refuses: RFC 9457 with a stable code. */
export interface Problem {
  code: string
  title?: string
  detail?: string
  status?: number
  errors?: unknown
}

export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem
  /** How long to wait before trying again, in seconds, where the API says so. */
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
}

/** The fields of a refused form, as the API names them. */
export function refusedFields(error: unknown): string[] {
  if (!(error instanceof ApiError) || Array.isArray(error.problem.errors)) return []
  return Object.keys(error.problem.errors ?? {})
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}
