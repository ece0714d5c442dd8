import { defineTexts } from '@/lib/texts'

export const alertTexts = defineTexts(
  'alerts',
  {
    alerts: 'Требует внимания',
    since: 'с {{time}}',
    alert_reauthorization_required:
      'amoCRM не принимает доступ: лиды не отправляются, сверка не идёт. Мы проверяем доступ не реже раза в час; быстрее — подключить amoCRM заново.',
    alert_token_expiring:
      'Доступ к amoCRM закончится в течение недели. Подключите её заново или дайте новый токен.',
    alert_silence: 'Вебхуки давно не приходят: обычно такой паузы не бывает. Проверьте вебхук.',
    alert_dead_deliveries_one:
      '{{count}} уведомление amoCRM обработать не удалось. Посмотрите причину и повторите.',
    alert_dead_deliveries_few:
      '{{count}} уведомления amoCRM обработать не удалось. Посмотрите причину и повторите.',
    alert_dead_deliveries_many:
      '{{count}} уведомлений amoCRM обработать не удалось. Посмотрите причину и повторите.',
    alert_dead_deliveries_other:
      '{{count}} уведомления amoCRM обработать не удалось. Посмотрите причину и повторите.',
    alert_webhook_broken: 'Вебхук не работает: о сменах этапов узнаём только при сверке.',
    alert_run_failed: 'Последняя синхронизация не удалась. Посмотрите, почему.',
    alert_push_failed_one: '{{count}} лид amoCRM не приняла. В лиде написано, почему.',
    alert_push_failed_few: '{{count}} лида amoCRM не приняла. В каждом написано, почему.',
    alert_push_failed_many: '{{count}} лидов amoCRM не приняла. В каждом написано, почему.',
    alert_push_failed_other: '{{count}} лида amoCRM не приняла. В каждом написано, почему.',
    alert_new_stage:
      'Новый этап «{{stage}}» в воронке «{{pipeline}}»: решите, считать ли лидов на нём квалифицированными.',
    alert_new_stage_unknown:
      'В amoCRM появился новый этап: решите, считать ли лидов на нём квалифицированными.',
    alert_time_zone_unknown:
      'amoCRM назвала часовой пояс, которого сервис не знает: дни считаются по UTC. Укажите часовой пояс клиента.',
    alert_rollups_differ:
      'Проверка нашла, что цифры разошлись с историей сделок: часть отчётов может быть неверной. Исправить это может только администратор сервиса.',
    fix_reauthorization_required: 'Подключить',
    fix_token_expiring: 'Обновить доступ',
    fix_silence: 'К вебхукам',
    fix_dead_deliveries: 'К уведомлениям',
    fix_webhook_broken: 'Исправить',
    fix_run_failed: 'К синхронизациям',
    fix_push_failed: 'К лидам',
    fix_new_stage: 'Решить',
    fix_time_zone_unknown: 'Указать часовой пояс',
  },
  {
    alerts: 'Needs attention',
    since: 'since {{time}}',
    alert_reauthorization_required:
      'amoCRM is refusing our access: leads are not being sent and nothing is reconciled. We check again at least once an hour; reconnecting helps straight away.',
    alert_token_expiring: 'Access to amoCRM expires within a week. Reconnect it or enter a new token.',
    alert_silence: 'No webhooks for unusually long. Check the webhook.',
    alert_dead_deliveries_one: '{{count}} delivery could not be processed. See why, then process it again.',
    alert_dead_deliveries_other:
      '{{count}} deliveries could not be processed. See why, then process them again.',
    alert_webhook_broken: 'The webhook is not working: stage changes only come in with reconciliation.',
    alert_run_failed: 'The last sync failed. See why.',
    alert_push_failed_one: 'amoCRM rejected {{count}} lead. Open it to see why.',
    alert_push_failed_other: 'amoCRM rejected {{count}} leads. Open each to see why.',
    alert_new_stage:
      'New stage “{{stage}}” in “{{pipeline}}”: decide whether leads in it count as qualified.',
    alert_new_stage_unknown: 'There is a new stage in amoCRM: decide whether leads in it count as qualified.',
    alert_time_zone_unknown:
      'amoCRM reports a time zone we do not recognise: days are counted in UTC. Set the client’s time zone.',
    alert_rollups_differ:
      'A check found figures that differ from the history of deals: some reports may be wrong. Only the operator of the service can fix this.',
    fix_reauthorization_required: 'Connect',
    fix_token_expiring: 'Renew access',
    fix_silence: 'Go to webhooks',
    fix_dead_deliveries: 'Go to deliveries',
    fix_webhook_broken: 'Fix',
    fix_run_failed: 'Go to sync runs',
    fix_push_failed: 'Go to leads',
    fix_new_stage: 'Decide',
    fix_time_zone_unknown: 'Set the time zone',
  },
)
