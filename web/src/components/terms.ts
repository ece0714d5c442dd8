/** The terms that the page «How we count» explains; each is an anchor there. */
export const terms = [
  'qualified',
  'judged',
  'verdict',
  'interval',
  'needed',
  'shrunk',
  'best',
  'targets',
  'money',
  'maturity',
  'previous',
  'funnel',
  'losses',
  'people',
] as const
export type Term = (typeof terms)[number]
