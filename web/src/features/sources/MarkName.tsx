import { Text } from '@mantine/core'

const isCustom = (code: string) => code.startsWith('field:')

/** The code of a mark; of a field without one, what the account calls it. */
export const markName = (code: string, name?: string | null) => (isCustom(code) ? (name ?? code) : code)

export function MarkName({ code, name }: { code: string; name?: string | null }) {
  return (
    <Text span inherit ff={isCustom(code) ? undefined : 'monospace'} size="sm">
      {markName(code, name)}
    </Text>
  )
}
