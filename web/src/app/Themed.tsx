import { localStorageColorSchemeManager, MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { readableColours, theme } from '@/app/theme'
import { commonTexts } from '@/components/texts'
import { useIsPrinting } from '@/lib/printing'
import { useTexts } from '@/lib/texts'

const schemes = localStorageColorSchemeManager({ key: 'color-scheme' })

/** The Mantine provider: the theme, light on paper, and close buttons labelled in the reader's language. */
export function Themed({ nonce, children }: { nonce: string; children: ReactNode }) {
  const t = useTexts(commonTexts)
  const isPrinting = useIsPrinting()
  const named = useMemo(() => {
    const closing = { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } }
    return mergeThemeOverrides(theme, {
      components: { Modal: closing, Drawer: closing, Notification: closing },
    })
  }, [t])
  return (
    <MantineProvider
      theme={named}
      cssVariablesResolver={readableColours}
      getStyleNonce={() => nonce}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      forceColorScheme={isPrinting ? 'light' : undefined}
    >
      {children}
    </MantineProvider>
  )
}
