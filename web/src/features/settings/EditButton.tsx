import { ActionIcon } from '@mantine/core'
import { IconEdit } from '@tabler/icons-react'

export function EditButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <IconEdit size={18} />
    </ActionIcon>
  )
}
