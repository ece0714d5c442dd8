/** Ad platforms with parameters of their own in the addresses of ads. */
export const platforms = ['meta', 'yandex', 'vk', 'my_target', 'tiktok', 'google'] as const
export type Platform = (typeof platforms)[number]

/** The ad's id stands in utm_content: by it leads and spend find their creative. */
export const templates: Record<Platform, string> = {
  meta: 'utm_source=facebook&utm_medium=cpc&utm_campaign={{campaign.id}}&utm_content={{ad.id}}&utm_term={{adset.id}}',
  yandex:
    'utm_source=yandex&utm_medium=cpc&utm_campaign={campaign_id}&utm_content={ad_id}&utm_term={keyword}',
  vk: 'utm_source=vk_ads&utm_medium=cpc&utm_campaign={{campaign_id}}&utm_content={{banner_id}}',
  my_target: 'utm_source=mytarget&utm_medium=cpc&utm_campaign={{campaign_id}}&utm_content={{banner_id}}',
  tiktok:
    'utm_source=tiktok&utm_medium=cpc&utm_campaign=__CAMPAIGN_ID__&utm_content=__CID__&utm_term=__AID__',
  google:
    'utm_source=google&utm_medium=cpc&utm_campaign={campaignid}&utm_content={creative}&utm_term={keyword}',
}

const own: [Platform, RegExp][] = [
  ['tiktok', /__[A-Z][A-Z0-9_]*__/],
  ['meta', /\{\{(ad|adset|campaign)\.|\{\{(placement|site_source_name)}}/],
  ['vk', /\{\{[a-z_]+}}/],
  ['google', /\{(creative|campaignid|adgroupid|matchtype|network|device|targetid|lpurl)}/],
  [
    'yandex',
    /\{(ad_id|banner_id|campaign_id|campaign_name|gbid|keyword|phrase_id|source|source_type|position)}/,
  ],
]

/** The platform whose parameter was not filled in; undefined when it is nobody's. */
export const platformOf = (value: string) => own.find(([, pattern]) => pattern.test(value))?.[0]
