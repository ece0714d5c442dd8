import { Overlay, Text } from '@mantine/core'
import { useState } from 'react'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { type Recorded, type Upload, usePreview, useUpload } from '@/features/spend/api'
import { Outcome } from '@/features/spend/Outcome'
import { SpendList } from '@/features/spend/list/SpendList'
import { FilePreview } from '@/features/spend/preview/FilePreview'
import { spendTexts } from '@/features/spend/texts'
import { UploadSection } from '@/features/spend/UploadSection'
import { useDropAnywhere } from '@/features/spend/use-drop-anywhere'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Ad spend: a file is dropped, previewed, stored; the list is below. */
export function SpendPage() {
  const t = useTexts(spendTexts)
  const { id } = useAccount()
  const preview = usePreview(id)
  const upload = useUpload(id)
  const [chosen, setChosen] = useState<Upload>()
  const [stored, setStored] = useState<Recorded>()
  const look = (next: Upload) => {
    setStored(undefined)
    setChosen(next)
    upload.reset()
    preview.mutate(next)
  }
  const close = () => {
    setChosen(undefined)
    preview.reset()
  }
  const isOver = useDropAnywhere((file) => look({ file }))
  return (
    <Page title={t('title')} description={t('hint')}>
      <div className="screen-only">
        <UploadSection choose={(file) => look({ file })} isPending={preview.isPending && !preview.data}>
          {chosen && (
            <FilePreview
              upload={chosen}
              preview={preview}
              change={look}
              close={close}
              isStoring={upload.isPending}
              failure={upload.error}
              store={() =>
                upload.mutate(chosen, {
                  onSuccess: (recorded) => {
                    setStored(recorded)
                    close()
                  },
                })
              }
            />
          )}
          {stored && <Outcome recorded={stored} close={() => setStored(undefined)} />}
        </UploadSection>
      </div>
      <PrintedFilter withMode={false} />
      <SpendList />
      {isOver && (
        <Overlay fixed center backgroundOpacity={0.6} blur={2} style={{ pointerEvents: 'none' }}>
          <Text c="white" fw={600} size="xl">
            {t('drop')}
          </Text>
        </Overlay>
      )}
    </Page>
  )
}
