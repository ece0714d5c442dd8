import { Button, Checkbox, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { FormFailure } from '@/components/FormFailure'
import { type UnknownAd, useCreativesFromAds } from '@/features/spend/api'
import { spendTexts } from '@/features/spend/texts'
import { useAccount, useFormat } from '@/lib/account'
import { useTexts } from '@/lib/texts'

/** Makes creatives of unknown ads in one step, named as their ads. */
export function UnknownAds({
  ads,
  currency,
  close,
}: {
  ads: UnknownAd[]
  currency: string | null
  close: () => void
}) {
  const t = useTexts(spendTexts)
  const format = useFormat()
  const make = useCreativesFromAds(useAccount().id)
  const [titles, setTitles] = useState(() => new Map(ads.map((ad) => [ad.ad_id, ad.name ?? ''])))
  const [left, setLeft] = useState(new Set<string>())
  const named = ads
    .map((ad) => ({ ad_id: ad.ad_id, title: titles.get(ad.ad_id)?.trim() ?? '' }))
    .filter((ad) => ad.title !== '' && !left.has(ad.ad_id))
  const toggle = (id: string, isTaken: boolean) => {
    const next = new Set(left)
    if (isTaken) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('unknown')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('unknownHint')}
      </Text>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing={4} tabularNums>
          <Table.Tbody>
            {ads.map((ad) => (
              <Table.Tr key={ad.ad_id}>
                <Table.Td>
                  <Checkbox
                    checked={!left.has(ad.ad_id)}
                    onChange={(event) => toggle(ad.ad_id, event.currentTarget.checked)}
                    label={ad.ad_id}
                  />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="xs"
                    maxLength={500}
                    aria-label={t('creativeOf', { ad: ad.ad_id })}
                    disabled={left.has(ad.ad_id)}
                    value={titles.get(ad.ad_id) ?? ''}
                    onChange={(event) => setTitles(new Map(titles).set(ad.ad_id, event.currentTarget.value))}
                  />
                </Table.Td>
                <Table.Td ta="right">{format.money(ad.spend, currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {make.isError && <FormFailure error={make.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('later')}
        </Button>
        <Button
          loading={make.isPending}
          disabled={named.length === 0}
          onClick={() =>
            make.mutate(named, {
              onSuccess: ({ creatives }) => {
                notifications.show({ color: 'teal', message: t('made', { count: creatives.length }) })
                close()
              },
            })
          }
        >
          {t('makeCreatives')}
        </Button>
      </Group>
    </Stack>
  )
}
