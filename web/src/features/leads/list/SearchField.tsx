import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { leadTexts } from '@/features/leads/texts'
import { useLeadList } from '@/features/leads/use-lead-list'
import { useHidesContacts } from '@/lib/session'
import { useTexts } from '@/lib/texts'

/** The search field; writes to the address after a pause in typing. */
export function SearchField() {
  const t = useTexts(leadTexts)
  const hidesContacts = useHidesContacts()
  const { list, change } = useLeadList()
  const inAddress = list.search ?? ''
  const [typed, setTyped] = useState({ text: inAddress, when: inAddress })
  const put = useDebouncedCallback((text: string) => change({ search: text.trim() || undefined }), 350)

  // The address wins when it changes elsewhere: a chip, the back button.
  const isOverruled = typed.when !== inAddress && typed.text.trim() !== inAddress
  if (typed.when !== inAddress) setTyped({ text: isOverruled ? inAddress : typed.text, when: inAddress })

  const type = (text: string) => {
    setTyped({ ...typed, text })
    put(text)
  }
  return (
    <TextInput
      type="search"
      label={t('search')}
      placeholder={t(hidesContacts ? 'searchIdsHint' : 'searchHint')}
      w={{ base: '100%', sm: 280 }}
      maxLength={200}
      leftSection={<IconSearch size={16} />}
      rightSection={
        typed.text && <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => type('')} />
      }
      value={typed.text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
