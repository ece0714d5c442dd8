import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import { commonTexts } from '@/components/texts'
import { changeLanguage, useLanguage } from '@/lib/language'
import { useTexts } from '@/lib/texts'

export function LanguageSwitch() {
  const t = useTexts(commonTexts)
  const other = useLanguage() === 'ru' ? 'en' : 'ru'
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('language')}
      title={t('language')}
      onClick={() => void changeLanguage(other)}
    >
      <IconLanguage size={20} />
    </ActionIcon>
  )
}

export function SchemeSwitch() {
  const t = useTexts(commonTexts)
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme() === 'dark'
  const label = t(isDark ? 'light' : 'dark')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  )
}
