import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/Page'
import { AccountTab } from '@/features/settings/AccountTab'
import { AttributionTab } from '@/features/settings/attribution/AttributionTab'
import { CampaignsTab } from '@/features/settings/CampaignsTab'
import { ConnectionTab } from '@/features/settings/ConnectionTab'
import { DigestsTab } from '@/features/settings/digests/DigestsTab'
import { KeysTab } from '@/features/settings/KeysTab'
import { SharingTab } from '@/features/settings/sharing/SharingTab'
import { settingsTexts } from '@/features/settings/texts'
import { useAccount } from '@/lib/account'
import { useMay } from '@/lib/session'
import { useTexts } from '@/lib/texts'

const tabs = {
  connection: ConnectionTab,
  account: AccountTab,
  campaigns: CampaignsTab,
  attribution: AttributionTab,
  sharing: SharingTab,
  digests: DigestsTab,
  keys: KeysTab,
} as const
const all = Object.keys(tabs) as (keyof typeof tabs)[]
/** The tabs of a member. */
const ofMembers = ['campaigns'] as const

/** The settings of an account: connection, campaigns, API keys. */
export function SettingsPage() {
  const t = useTexts(settingsTexts)
  const { id } = useAccount()
  const { tab } = useSearch({ from: '/signed-in/a/$accountId/settings' })
  const navigate = useNavigate()
  const mayConfigure = useMay('configure')
  const names = mayConfigure ? all : ofMembers
  const shown = names.find((name) => name === tab) ?? names[0] ?? 'campaigns'
  return (
    <Page title={t('title')} description={mayConfigure ? undefined : t('ofAdministrators')}>
      <Tabs
        value={shown}
        keepMounted={false}
        onChange={(chosen) =>
          void navigate({
            to: '/a/$accountId/settings',
            params: { accountId: id },
            replace: true,
            search: { tab: chosen ?? undefined },
          })
        }
      >
        <Tabs.List mb="lg">
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab_${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((name) => {
          const Tab = tabs[name]
          return (
            <Tabs.Panel key={name} value={name}>
              <Tab key={id} />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </Page>
  )
}
