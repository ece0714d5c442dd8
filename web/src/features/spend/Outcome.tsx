import { Alert, Stack } from '@mantine/core'
import type { Recorded } from '@/features/spend/api'
import { spendTexts } from '@/features/spend/texts'
import { UnknownAds } from '@/features/spend/UnknownAds'
import { useTexts } from '@/lib/texts'

/** A file that was stored, and its ads that still need a creative. */
export function Outcome({ recorded, close }: { recorded: Recorded; close: () => void }) {
  const t = useTexts(spendTexts)
  const unknown = recorded.unknown_ad_names
  return (
    <Stack gap="md">
      <Alert
        color="green"
        role="status"
        title={t('uploaded', { count: recorded.accepted })}
        withCloseButton={unknown.length === 0}
        closeButtonLabel={t('cancel')}
        onClose={close}
      >
        {unknown.length > 0 &&
          t('unknownAds', {
            count: unknown.length,
            ads: unknown
              .slice(0, 10)
              .map((ad) => ad.name ?? ad.ad_id)
              .join(', '),
          })}
      </Alert>
      {unknown.length > 0 && <UnknownAds ads={unknown} currency={recorded.currency} close={close} />}
    </Stack>
  )
}
