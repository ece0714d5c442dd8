import { Anchor, Collapse, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { guideTexts } from '@/features/settings/guide-texts'
import classes from '@/features/settings/TokenGuide.module.css'
import { useTexts } from '@/lib/texts'

/** A guide to amoCRM's long-lived token, with a sketch of each screen. */
export function TokenGuide() {
  const t = useTexts(guideTexts)
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <div>
      <Anchor component="button" type="button" size="sm" aria-expanded={isOpen} onClick={toggle}>
        {t('open')}
      </Anchor>
      <Collapse expanded={isOpen}>
        <List
          type="ordered"
          size="sm"
          spacing="sm"
          pt="sm"
          classNames={{ itemWrapper: classes.wide, itemLabel: classes.wide }}
        >
          <Step text={t('step1')} parts={[t('desk'), t('deals'), t('market')]} chosen={2} />
          <Step text={t('step2')} parts={['⋯', `+ ${t('create')}`, t('external')]} chosen={2} />
          <Step text={t('step3')} parts={[`☑ ${t('access')}`, t('name'), t('save')]} chosen={2} />
          <Step text={t('step4')} parts={[t('about'), t('keys'), t('generate')]} chosen={2} />
          <Step text={t('step5')} parts={['eyJ0eXAiOiJKV1QiLCJh…', t('copy')]} chosen={1} />
        </List>
      </Collapse>
    </div>
  )
}

function Step({ text, parts, chosen }: { text: string; parts: string[]; chosen: number }) {
  return (
    <List.Item>
      <Stack gap={6}>
        <Text size="sm">{text}</Text>
        <div className={classes.picture} aria-hidden>
          {parts.map((part, i) => (
            <span key={part} className={i === chosen ? classes.chosen : classes.part}>
              {part}
            </span>
          ))}
        </div>
      </Stack>
    </List.Item>
  )
}
