export interface SettingsView {
  tab?: string
  /** The outcome of amoCRM's consent page. */
  connected?: boolean
  error?: string
}

export const readSettingsView = (search: Record<string, unknown>): SettingsView => ({
  tab: typeof search.tab === 'string' ? search.tab : undefined,
  connected: search.connected === undefined ? undefined : true,
  error: typeof search.error === 'string' ? search.error : undefined,
})
