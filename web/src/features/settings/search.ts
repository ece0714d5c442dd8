export interface SettingsView {
  tab?: string
  /** The person has come back from amoCRM: connected, or refused. */
  connected?: boolean
  error?: string
}

export const readSettingsView = (search: Record<string, unknown>): SettingsView => ({
  tab: typeof search.tab === 'string' ? search.tab : undefined,
  connected: search.connected === undefined ? undefined : true,
  error: typeof search.error === 'string' ? search.error : undefined,
})
