import { ActionIcon, CopyButton, TextInput, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { commonTexts } from '@/components/texts'
import { useTexts } from '@/lib/texts'

/** A read-only value with a copy button: addresses and keys, which are no part of a printed page. */
export function CopyField({
  label,
  value,
  description,
}: {
  label: string
  value: string
  description?: string
}) {
  const t = useTexts(commonTexts)
  return (
    <TextInput
      className="screen-only"
      label={label}
      description={description}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        <CopyButton value={value} timeout={2000}>
          {({ copied, copy }) => {
            const action = t(copied ? 'copied' : 'copy')
            return (
              <Tooltip label={action}>
                <ActionIcon
                  variant="subtle"
                  color={copied ? 'green' : 'gray'}
                  aria-label={`${action}: ${label}`}
                  onClick={copy}
                >
                  {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
                </ActionIcon>
              </Tooltip>
            )
          }}
        </CopyButton>
      }
    />
  )
}
