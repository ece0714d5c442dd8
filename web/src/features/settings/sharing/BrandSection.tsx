import { Button, ColorInput, FileButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { QueryView } from '@/components/QueryView'
import { Section } from '@/components/Section'
import { useBrand, useLogo } from '@/features/settings/sharing/api'
import { sharingTexts } from '@/features/settings/sharing/texts'
import { brandingQuery } from '@/lib/branding'
import { useTexts } from '@/lib/texts'

/** The name, colour and logo of shared pages. */
export function BrandSection() {
  const t = useTexts(sharingTexts)
  const query = useQuery(brandingQuery)
  return (
    <Section title={t('brand')} hint={t('brandHint')}>
      <QueryView query={query} lines={3}>
        {({ name, color, logo_url }) => (
          <Stack>
            <NameForm name={name} color={color} />
            <LogoForm url={logo_url} />
          </Stack>
        )}
      </QueryView>
    </Section>
  )
}

function NameForm({ name: saved, color: savedColor }: { name: string; color: string }) {
  const t = useTexts(sharingTexts)
  const [name, setName] = useState(saved)
  const [color, setColor] = useState(savedColor)
  const brand = useBrand()
  const save = () =>
    brand.mutate({ name, color }, { onSuccess: () => notifications.show({ message: t('saved') }) })
  return (
    <>
      <FormFailure error={brand.error} />
      <Group align="flex-end">
        <TextInput
          label={t('brandName')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ColorInput label={t('brandColor')} format="hex" value={color} onChange={setColor} w={160} />
        <Button loading={brand.isPending} onClick={save}>
          {t('save')}
        </Button>
      </Group>
    </>
  )
}

function LogoForm({ url }: { url: string | null }) {
  const t = useTexts(sharingTexts)
  const logo = useLogo()
  return (
    <Stack gap="xs">
      <FormFailure error={logo.error} />
      <Text size="sm" fw={500}>
        {t('logo')}
      </Text>
      <Group>
        {url && <img src={url} alt="" height={40} />}
        <FileButton
          onChange={(file) => file && logo.mutate(file)}
          accept="image/png,image/jpeg,image/svg+xml"
        >
          {(props) => (
            <Button variant="default" loading={logo.isPending} {...props}>
              {t('choose')}
            </Button>
          )}
        </FileButton>
        {url && (
          <Button variant="subtle" color="red" onClick={() => logo.mutate(null)}>
            {t('removeLogo')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
