import { Badge } from '@mantine/core'
import classes from '@/components/StageBadge.module.css'
import { readableOn } from '@/lib/colour'

/** A stage in its amoCRM colour. */
export function StageBadge({ name, color }: { name: string; color?: string | null }) {
  const background = color && /^#[0-9a-f]{6}$/i.test(color) ? color : '#d5d8db'
  return (
    <Badge
      variant="filled"
      radius="sm"
      tt="none"
      fw={500}
      classNames={{ root: classes.badge, label: classes.name }}
      style={{ backgroundColor: background, color: readableOn(background) }}
    >
      {name}
    </Badge>
  )
}
