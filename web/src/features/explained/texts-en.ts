import type { ru } from '@/features/explained/texts-ru'

export const en: typeof ru = {
  title: 'How we count',
  description: 'What each figure means, in plain words and with an example',
  contents: 'Terms',
  example: 'Example:',
  qualified: 'Qualified lead',
  qualified_text:
    'A lead is qualified by the amoCRM stages that you flagged on the page “Stages”. There are several ways to say “qualified”:\n• “Ever”: the lead has been in a flagged stage at least once. It stays qualified when it moves on to a sale, or is lost. This is how figures are counted by default.\n• “In a qualified stage now”: it is in a flagged stage at this moment. This is a snapshot; it shrinks as leads move on.\n• “Reached or passed”: it entered the first flagged stage or any after it, even if it skipped some.\n• “Within N days”: it entered a flagged stage no later than N days after it was created. The rate is of leads at least N days old.',
  qualified_example:
    'the stages “Measuring” and “Won” are flagged. A lead went “New” → “Measuring” → “Contract” and is in “Contract”: now, no; ever, yes. Another lead jumped from “New” to “Contract”: ever, no; reached or passed, yes.',
  judged: 'Leads that are judged, and the horizon',
  judged_text:
    'Yesterday’s lead has not had time to qualify, so a new creative would look worse than an old one. To prevent this, all leads get the same time: the horizon, a number of days in the account’s settings (14 at first). Only days that ended more than a horizon ago are judged, by whether the lead entered a flagged stage within its first horizon. Test leads, deleted deals, leads without a creative, creatives without a direction and repeated requests of one person to the same creative are left out.',
  judged_example:
    'the horizon is 14 days. Leads of 1 November are judged from 16 November; qualifying on 20 November does not count, as it is too late. The chosen period and mode do not change the verdict.',
  verdict: 'Verdict and strength of evidence',
  verdict_text:
    'The question is always the same: of leads created on the same days, do more or fewer of this creative’s leads qualify than of the other creatives in its direction? Each day adds evidence. The strength of evidence E says how many times better a difference explains the data than no difference: 1 shows nothing. A verdict “better” or “worse” is given when E reaches about 20 × the number of creatives in the direction. Then a false verdict happens in at most 5% of cases, however often you look and however you move the budget meanwhile. Until then it is too early to tell; a creative that is alone in its direction has nothing to compare with. One strong creative does not make the others “worse”: the evidence must hold without it, too. A verdict may go back to “too early to tell”.',
  verdict_example:
    'two creatives. In six days 16 of 27 leads of the first qualified (59%), and 36 of 120 of the second (30%). Day by day E grows: 1.02 → 1.22 → 1.22 → 3.39 → 3.27 → 9.84. Two creatives need 40, so it is too early to tell, though one rate is twice the other.',
  interval: 'Confidence interval',
  interval_text:
    'A rate of a few leads is mostly chance. The interval says where the true rate probably lies: the more leads, the narrower. Figures of a period have a 95% interval (Wilson), which holds for one look. The judged rate has a wider one, which holds however often you look at it.',
  interval_example:
    '3 of 10 is 30%, but the interval goes from 10.8 to 60.3%, and from 3.3 to 74.8% if you look daily. 300 of 500 is 60%, from 55.6 to 64.2%, and from 52.1 to 67.6% if you look daily.',
  needed: 'Leads needed',
  needed_text:
    'The smaller the difference you want to notice, the more leads it takes. The calculator on the page of creatives counts them for a difference that you name. The table says how many more leads it takes to notice a rate one and a half times that of the rest. We never count them from the difference that happens to be seen now: that would promise a conclusion where there is none.',
  needed_example:
    'the rest are at 30% and you hope for 45%. Two creatives need 211 leads each, five need 153, twenty need 157. To notice 40% instead of 45% takes about twice as many: 461, 336 and 345.',
  shrunk: 'Cautious estimate',
  shrunk_text:
    'The rate of a creative with a few leads jumps between 0 and 100%. The cautious estimate pulls it towards the average of the direction: strongly for few leads, hardly at all for many. It is the fairer way to rank creatives.',
  shrunk_example:
    'a direction has six creatives: 30 of 50, 35 of 40, 3 of 4, 10 of 40, 0 of 6 and 18 of 30. “3 of 4” is 75%, and 67.8% cautiously; “0 of 6” is 16.8% instead of zero; “35 of 40” is 85.6% instead of 87.5%.',
  best: 'Chance of being the best',
  best_text:
    'How likely it is that the creative’s true rate is the highest in its direction. All chances add up to 100%. It hints at what to try next; it never gives a verdict.',
  best_example:
    'of the same six creatives “35 of 40” has 83%, “3 of 4” has 17% and the others about none. The second looks good, but four leads prove little.',
  targets: 'Targets and advice',
  targets_text:
    'A direction can have targets: CPQL, CAC and ROMI. They are compared on the same leads that are judged, and the spend of the same days. A target is met when the whole interval of the cost is at or below it, and missed when it is above; otherwise it is too early. ROMI is decided together with CAC, and not before five sales. The advice (scale up, keep, stop or rework, wait, take a closer look) comes from the verdict and the targets together. Where they disagree it says so: a cheap but weak creative and a strong but expensive one are for you to decide.',
  targets_example:
    'the spend is ₽60,000 and 30 of 50 leads qualified: CPQL ₽2,000. The true rate is between 37.5 and 79.9%, so CPQL is between ₽1,502 and ₽3,200. A target of ₽3,500 is met, one of ₽1,400 is missed, and for ₽2,500 it is too early.',
  money: 'CPL, CPQL, CAC, ROMI and days with spend',
  money_text:
    'CPL is spend per lead, CPQL per qualified lead, CAC per sale; ROMI is (revenue − spend) ÷ spend. Revenue is the paid deals of the period’s leads, whenever they closed. Where spend is not known for all days, it is divided by the leads of those days alone that it is known for: otherwise leads would look too cheap. Without spend there is no figure: a dash, never zero. Amounts in different currencies are not added without a rate. If the amount of a sale is unknown, so are revenue and ROMI.',
  money_example:
    'in a month spend is known for 20 days of 30: ₽60,000. On those days 120 leads came, 40 qualified, 5 bought for ₽150,000. CPL ₽500, CPQL ₽1,500, CAC ₽12,000, ROMI 150%. Leads of the other ten days are not part of these figures.',
  maturity: 'Maturity: have leads had time?',
  maturity_text:
    'The curve shows the share of leads that qualify within 1, 2, 3… days of being created (Kaplan–Meier estimate). Young leads take part as far as their age goes; lost ones stay in. There is a value only where at least ten leads are old enough. A lead is mature when the time has passed in which 90% of those who qualify at all do so. While that time is not known, we say so.',
  maturity_example:
    '12 of 20 leads older than 60 days qualified: 60%, the interval from 38.7 to 78.1%. None of 200 is 0%, but the interval goes up to 1.9%.',
  previous: 'Previous period',
  previous_text:
    'Older leads have had more time, so the previous period as it is now always looks better. We compare at equal age: the previous period is counted as it stood as many days ago as the period is long. Partial days, weeks and months are hatched in the chart.',
  previous_example:
    'today is 30 November and the period is 30 days. The 30 days before are counted as they stood on 31 October: sales that came later are left out.',
  funnel: 'Funnel',
  funnel_text:
    'Of leads created in the period, how many reached a stage or passed it. Who skipped a stage passed it too, so a funnel never widens. Conversions are from the previous stage and from the first; incoming leads are shown but take no part. “In the stage now” is a separate snapshot and is never mixed with it.',
  funnel_example:
    'of 254 new requests 155 were taken up (61%) and 40 came to a measuring: 25.8% of those taken up, 15.7% of all.',
  people: 'People',
  people_text:
    'One person may leave several requests. People are different phones; without a phone, different e-mails; without either, each lead by itself. Test leads and deleted deals are not counted; how many there are is told beside.',
  people_example:
    'three requests from one phone, one with an e-mail and two without contacts are six leads and four people.',
}
