import { defineTexts } from '@/lib/texts'

export const archiveTexts = defineTexts(
  'archive',
  {
    title: 'Архив аккаунтов',
    hint: 'Клиенты, с которыми вы больше не работаете. Их данные сохранены, вебхуки по-прежнему принимаются.',
    empty: 'В архиве пусто',
    emptyHint: 'Аккаунт можно убрать в архив в его настройках.',
    name: 'Аккаунт',
    domain: 'amoCRM',
    bringBack: 'Вернуть',
    bringBackName: 'Вернуть «{{name}}»',
    broughtBack: 'Аккаунт снова в работе',
    section: 'Архив',
    sectionHint:
      'Аккаунт исчезнет из списков, синхронизация и сверка остановятся. Данные останутся, вернуть аккаунт можно в любой момент.',
    archive: 'Убрать в архив',
    confirmTitle: 'Убрать «{{name}}» в архив?',
    archived: 'Аккаунт в архиве',
  },
  {
    title: 'Archived accounts',
    hint: 'Clients you no longer work with. Their data is kept and webhooks are still accepted.',
    empty: 'Nothing archived',
    emptyHint: 'You can archive an account in its settings.',
    name: 'Account',
    domain: 'amoCRM',
    bringBack: 'Restore',
    bringBackName: 'Restore “{{name}}”',
    broughtBack: 'The account is active again',
    section: 'Archive',
    sectionHint:
      'The account disappears from lists, and its syncs and reconciliation stop. The data stays, and you can restore the account at any time.',
    archive: 'Archive',
    confirmTitle: 'Archive “{{name}}”?',
    archived: 'Account archived',
  },
)
