import { useState } from 'react'
import { Allowed } from '@/components/Allowed'
import { Page } from '@/components/Page'
import { PrintedFilter } from '@/components/PrintedFilter'
import { type Recorded, type Upload, usePreview, useUpload } from '@/features/spend/api'
import { Outcome } from '@/features/spend/Outcome'
import { SpendList } from '@/features/spend/list/SpendList'
import { FilePreview } from '@/features/spend/preview/FilePreview'
import { spendTexts } from '@/features/spend/texts'
import { UploadSection } from '@/features/spend/UploadSection'
import { useAccount } from '@/lib/account'
import { useDroppedFile } from '@/lib/dropped-file'
import { useTexts } from '@/lib/texts'

/** Ad spend: a file is chosen or dropped on any page, previewed, stored; the list is below. */
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
  useDroppedFile((file) => look({ file }))
  return (
    <Page title={t('title')} description={t('hint')} printed={<PrintedFilter withMode={false} />}>
      <Allowed to="work">
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
      </Allowed>
      <SpendList />
    </Page>
  )
}
