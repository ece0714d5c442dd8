import { Alert } from '@mantine/core'
import { problemSentence } from '@/components/problem-sentence'

/** The reason of a refused form, unless its fields show it. */
export function FormFailure({ error, told = {} }: { error: unknown; told?: Record<string, string> }) {
  if (!error || Object.keys(told).length > 0) return null
  return (
    <Alert color="red" variant="light" role="alert">
      {problemSentence(error)}
    </Alert>
  )
}
