import { Overlay, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { appTexts } from '@/app/texts'
import { useDropAnywhere } from '@/app/use-drop-anywhere'
import { handOver } from '@/lib/dropped-file'
import { useTexts } from '@/lib/texts'

/** Takes a spend report that is dropped on any page of an account to the page of spend. */
export function DropTarget({ accountId }: { accountId: string }) {
  const t = useTexts(appTexts)
  const navigate = useNavigate()
  const isOver = useDropAnywhere((file) => {
    handOver(file)
    void navigate({ to: '/a/$accountId/spend', params: { accountId } })
  })
  if (!isOver) return null
  return (
    <Overlay fixed center backgroundOpacity={0.6} blur={2} style={{ pointerEvents: 'none' }}>
      <Text c="white" fw={600} size="xl">
        {t('drop')}
      </Text>
    </Overlay>
  )
}
