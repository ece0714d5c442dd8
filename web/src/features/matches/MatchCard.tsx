import { Button, Card, Group, Radio, SimpleGrid, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Match, useDecide } from '@/features/matches/api'
import { CandidateCard, NobodyCard } from '@/features/matches/CandidateCard'
import { choiceOf, firstChoice, nobody } from '@/features/matches/choice'
import { MatchHead } from '@/features/matches/MatchHead'
import { matchTexts } from '@/features/matches/texts'
import { useAccount } from '@/lib/account'
import { useTexts } from '@/lib/texts'

interface Props {
  match: Match
  /** Takes the focus after the previous match was decided. */
  isNext: boolean
  whenDecided: () => void
}

/** A deal with its candidate leads. */
export function MatchCard({ match, isNext, whenDecided }: Props) {
  const t = useTexts(matchTexts)
  const { id } = useAccount()
  const titleId = useId()
  const card = useRef<HTMLFormElement>(null)
  const [choice, setChoice] = useState(firstChoice(match))
  const decide = useDecide(id, match, (leadId) => {
    const lead = match.candidates.find((candidate) => candidate.id === leadId)
    const values = { id: match.amocrm_lead_id, name: lead?.name ?? lead?.phone ?? t('nameless') }
    notifications.show({ color: 'teal', message: t(lead ? 'linked' : 'left', values) })
  })
  useEffect(() => {
    if (isNext) card.current?.focus()
  }, [isNext])

  const byKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = choiceOf(event.key, match)
    if (chosen) setChoice(chosen)
    if (event.key === 'Enter' && event.target === card.current) card.current.requestSubmit()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (choice === null || decide.isPending) return
    decide.mutate(choice === nobody ? null : choice)
    whenDecided()
  }
  return (
    <Card
      component="form"
      ref={card}
      withBorder
      padding="md"
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={byKey}
      onSubmit={submit}
    >
      <MatchHead match={match} titleId={titleId} />
      {match.candidates.length === 0 && (
        <Text size="sm" mt="sm">
          {t('noCandidates')}
        </Text>
      )}
      <Radio.Group label={t('whose')} mt="sm" value={choice} onChange={setChoice}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" mt="xs">
          {match.candidates.map((candidate, i) => (
            <CandidateCard key={candidate.id} candidate={candidate} number={i + 1} />
          ))}
          <NobodyCard />
        </SimpleGrid>
      </Radio.Group>
      <Group justify="flex-end" mt="md">
        <Button type="submit" disabled={choice === null} loading={decide.isPending}>
          {choice === null ? t('choose') : t(choice === nobody ? 'leave' : 'link')}
        </Button>
      </Group>
    </Card>
  )
}
