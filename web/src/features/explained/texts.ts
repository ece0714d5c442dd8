import { defineTexts } from '@/lib/texts'

export const explainedTexts = defineTexts(
  'explained',
  {
    title: 'Как мы считаем',
    description: 'Что значит каждая цифра — простыми словами и с примером',
    contents: 'Термины',
    example: 'Например:',
    qualified: 'Квалифицированный лид',
    qualified_text:
      'Лид считается квалифицированным по этапам amoCRM, которые вы отметили на странице «Этапы». Сказать «квалифицирован» можно по-разному:\n• «Когда-либо» — лид хотя бы раз побывал на отмеченном этапе. Ушёл дальше, к продаже, или закрылся — всё равно остаётся квалифицированным. Так цифры считаются по умолчанию.\n• «Сейчас на этапе» — стоит на отмеченном этапе прямо сейчас. Это снимок: он убывает, когда лиды идут дальше.\n• «Дошёл до этапа или дальше» — вошёл в первый отмеченный этап или в любой после него, даже перескочив.\n• «За первые N дней» — побывал на отмеченном этапе не позже чем через N дней после создания. Доля считается только по лидам, которым уже есть N дней.',
    qualified_example:
      'отмечены этапы «Замер» и «Успешно реализовано». Лид прошёл «Новая заявка» → «Замер» → «Договор» и стоит на «Договоре»: «Сейчас на этапе» — нет, «Когда-либо» — да. Другой лид перескочил с «Новой заявки» сразу на «Договор»: «Когда-либо» — нет, «Дошёл до этапа или дальше» — да.',
    judged: 'Лиды, по которым судим, и срок',
    judged_text:
      'Вчерашний лид ещё не успел квалифицироваться, и новый креатив поэтому выглядел бы хуже старого. Чтобы этого не было, у всех лидов одинаковый срок: столько дней, сколько указано в настройках аккаунта (сначала 14). Судим только по дням, которые закончились раньше этого срока, и смотрим, побывал ли лид на отмеченном этапе за первые столько же дней. Не учитываются тестовые лиды, удалённые сделки, лиды без креатива, креативы без направления и повторные обращения того же человека в тот же креатив.',
    judged_example:
      'срок 14 дней. По лидам от 1 ноября судим с 16 ноября, а квалификация 20 ноября уже не в счёт: она позже срока. Выбранный период и режим на вердикт не влияют.',
    verdict: 'Вердикт и сила доказательства',
    verdict_text:
      'Вопрос всегда один: из лидов, созданных в одни и те же дни, у этого креатива квалифицируется больше или меньше, чем у остальных креативов его направления? Каждый день добавляет свидетельство. Сила доказательства E — во столько раз данные лучше объясняются разницей, чем её отсутствием: 1 — ничего не видно. Вердикт «лучше» или «хуже» выносится, когда E дойдёт примерно до 20 × число креативов в направлении. Тогда ложный вердикт бывает не чаще чем в 5 % случаев — сколько бы раз вы ни смотрели и как бы ни меняли бюджет по дороге. До этого — «рано судить»; если креатив в направлении один — «не с чем сравнить». Один сильный креатив не делает остальных «хуже»: доказательство должно выдержать и сравнение без него. Со временем вердикт может вернуться к «рано судить».',
    verdict_example:
      'два креатива. За шесть дней у первого квалифицировались 16 из 27 лидов (59 %), у второго — 36 из 120 (30 %). День за днём E растёт: 1,02 → 1,22 → 1,22 → 3,39 → 3,27 → 9,84. Для двух креативов нужно 40 — значит, ещё рано судить, хотя доли и различаются вдвое.',
    interval: 'Доверительный интервал',
    interval_text:
      'Доля по нескольким лидам — это случайность. Интервал показывает, в каких пределах, скорее всего, лежит настоящая доля: чем больше лидов, тем он уже. У цифр периода интервал 95 % (Уилсона): он верен для одного взгляда. У доли, по которой судим, интервал шире: он остаётся верным, сколько бы раз вы в него ни смотрели.',
    interval_example:
      '3 из 10 — это 30 %, но интервал от 10,8 до 60,3 %, а при ежедневных проверках — от 3,3 до 74,8 %. 300 из 500 — 60 %, интервал от 55,6 до 64,2 %, при ежедневных проверках — от 52,1 до 67,6 %.',
    needed: 'Сколько лидов нужно',
    needed_text:
      'Чем меньше разница, которую вы хотите заметить, тем больше нужно лидов. Калькулятор на странице креативов считает их для разницы, которую назовёте вы. В таблице написано, сколько лидов ещё нужно, чтобы заметить долю в полтора раза выше, чем у остальных. По разнице, которая случайно видна сейчас, мы их не считаем: это обещало бы вывод там, где его нет.',
    needed_example:
      'у остальных 30 %, вы надеетесь на 45 %. Двум креативам нужно по 211 лидов, пяти — по 153, двадцати — по 157. Чтобы заметить 40 % вместо 45 %, лидов нужно вдвое больше: 461, 336 и 345.',
    shrunk: 'Осторожная оценка доли',
    shrunk_text:
      'Доля у креатива с парой лидов скачет от 0 до 100 %. Осторожная оценка подтягивает её к средней по направлению: сильно, когда лидов мало, и почти незаметно, когда много. По ней честнее выстраивать креативы по порядку.',
    shrunk_example:
      'в направлении шесть креативов: 30 из 50, 35 из 40, 3 из 4, 10 из 40, 0 из 6 и 18 из 30. У «3 из 4» доля 75 %, осторожная оценка — 67,8 %; у «0 из 6» — 16,8 % вместо нуля; у «35 из 40» — 85,6 % вместо 87,5 %.',
    best: 'Вероятность, что лучший',
    best_text:
      'С какой вероятностью настоящая доля креатива — самая высокая в направлении. Все вероятности в сумме дают 100 %. Это подсказка, что пробовать дальше; вердикта она не выносит.',
    best_example:
      'у тех же шести креативов: «35 из 40» — 83 %, «3 из 4» — 17 %, остальные — около нуля. Второй хорош, но четыре лида мало что доказывают.',
    targets: 'Цели и совет',
    targets_text:
      'Направлению можно задать цели: CPQL, CAC и ROMI. Они сравниваются с теми же лидами, по которым судим, и с расходом за те же дни. Цель достигнута, когда весь интервал стоимости не выше неё, и не достигнута, когда весь интервал выше; иначе судить рано. ROMI решается вместе с CAC и не раньше пяти продаж. Совет — «масштабировать», «оставить», «остановить или переделать», «подождать», «разобраться» — складывается из вердикта и целей. Если они расходятся, так и написано: дешёвый, но слабый креатив и сильный, но дорогой — решать вам.',
    targets_example:
      'расход 60 000 ₽, квалифицировались 30 из 50 лидов: CPQL 2 000 ₽. Настоящая доля — от 37,5 до 79,9 %, поэтому CPQL — от 1 502 до 3 200 ₽. Цель 3 500 ₽ достигнута, цель 1 400 ₽ — нет, а о цели 2 500 ₽ судить рано.',
    money: 'CPL, CPQL, CAC, ROMI и дни с расходом',
    money_text:
      'CPL — расход на лид, CPQL — на квалифицированный лид, CAC — на продажу, ROMI — (выручка − расход) ÷ расход. Выручка — оплаченные сделки лидов периода, когда бы они ни закрылись. Если расход загружен не за все дни, делим его только на лиды тех дней, за которые он есть: иначе лид казался бы дешевле. В режиме «За первые N дней» CPQL берёт только дни, все лиды которых уже старше N дней. Нет расхода — нет и цифры: прочерк, а не ноль. Суммы в разных валютах без курса не складываются. Если у продажи неизвестна сумма, неизвестны и выручка, и ROMI.',
    money_example:
      'за месяц расход известен за 20 дней из 30: 60 000 ₽. В эти дни пришло 120 лидов, 40 квалифицировались, 5 купили на 150 000 ₽. CPL 500 ₽, CPQL 1 500 ₽, CAC 12 000 ₽, ROMI 150 %. Лиды остальных десяти дней в этих цифрах не участвуют.',
    maturity: 'Зрелость: успели ли лиды',
    maturity_text:
      'Кривая показывает, какая доля лидов квалифицируется за 1, 2, 3… дня после создания (оценка Каплана–Мейера). Молодые лиды участвуют, пока хватает их возраста; потерянные остаются в расчёте. Значение есть только там, где не меньше десяти лидов достаточно стары. Лид зрелый, когда прошёл срок, за который квалифицируются 90 % тех, кто вообще квалифицируется. Пока этот срок неизвестен, мы так и говорим.',
    maturity_example:
      'из 20 лидов, которым больше 60 дней, квалифицировались 12: доля 60 %, интервал от 38,7 до 78,1 %. Ни одного из 200 — это 0 %, но интервал до 1,9 %.',
    previous: 'Прошлый период',
    previous_text:
      'Старые лиды успели больше, поэтому прошлый период в его нынешнем виде всегда лучше. Мы сравниваем в одном возрасте: прошлый период считается таким, каким он был ровно столько дней назад, сколько длится период. Отметки этапов, удаления и тестовые лиды при этом сегодняшние: снимете отметку с этапа — изменится и прошлый период. Неполные дни, недели и месяцы на графике отмечены штриховкой.',
    previous_example:
      'сегодня 30 ноября, период — 30 дней. Прошлые 30 дней считаются такими, какими были 31 октября: продажи, которые случились позже, туда не входят.',
    funnel: 'Воронка',
    funnel_text:
      'Для лидов, созданных за период: сколько дошло до этапа или дальше. Кто перескочил этап, тоже прошёл его, поэтому воронка нигде не расширяется. Конверсия считается от предыдущего и от первого этапа; «Неразобранное» видно, но в конверсии не участвует. «Сейчас на этапе» — отдельный снимок, с «дошли» он не смешивается.',
    funnel_example:
      'из 254 новых заявок 155 взяли в работу (61 %), до замера дошли 40: 25,8 % от взятых в работу и 15,7 % от всех.',
    losses: 'Почему теряем',
    losses_text:
      'Причины отказа — те, что менеджер выбрал в amoCRM, когда закрывал сделку без продажи. Считаются лиды периода, сделка которых закрыта так сейчас: если её вернут в работу, она отсюда уйдёт. Доля — от всех потерянных лидов, а не от всех лидов, поэтому все доли в сумме дают 100 %. Лиды, у которых причину не указали, стоят отдельной строкой: чем она больше, тем меньше говорят остальные. Под причиной — креативы, у которых из-за неё потеряно больше всего лидов. Это количество, а не доля: у креатива, который приводит больше лидов, и потерь больше.',
    losses_example:
      'из 300 лидов периода потеряно 200: «Слишком дорого» — 90 (45 %), «Не дозвонились» — 60 (30 %), без причины — 50 (25 %). Из-за цены чаще уходят лиды одного креатива: 70 из 90. Возможно, он обещает скидку, которой нет.',
    people: 'Люди',
    people_text:
      'Один человек может оставить несколько заявок. Люди — это разные телефоны; у кого телефона нет — разные почты; у кого нет и её — каждый лид отдельно. Тестовые лиды и удалённые сделки в цифры не входят, сколько их — указано рядом.',
    people_example:
      'три заявки с одного телефона, одна с почты и две без контактов — это шесть лидов и четыре человека.',
  },
  {
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
      'CPL is spend per lead, CPQL per qualified lead, CAC per sale; ROMI is (revenue − spend) ÷ spend. Revenue is the paid deals of the period’s leads, whenever they closed. Where spend is not known for all days, it is divided by the leads of those days alone that it is known for: otherwise leads would look too cheap. With “Within N days”, CPQL takes only days all of whose leads are older than N days. Without spend there is no figure: a dash, never zero. Amounts in different currencies are not added without a rate. If the amount of a sale is unknown, so are revenue and ROMI.',
    money_example:
      'in a month spend is known for 20 days of 30: ₽60,000. On those days 120 leads came, 40 qualified, 5 bought for ₽150,000. CPL ₽500, CPQL ₽1,500, CAC ₽12,000, ROMI 150%. Leads of the other ten days are not part of these figures.',
    maturity: 'Maturity: have leads had time?',
    maturity_text:
      'The curve shows the share of leads that qualify within 1, 2, 3… days of being created (Kaplan–Meier estimate). Young leads take part as far as their age goes; lost ones stay in. There is a value only where at least ten leads are old enough. A lead is mature when the time has passed in which 90% of those who qualify at all do so. While that time is not known, we say so.',
    maturity_example:
      '12 of 20 leads older than 60 days qualified: 60%, the interval from 38.7 to 78.1%. None of 200 is 0%, but the interval goes up to 1.9%.',
    previous: 'Previous period',
    previous_text:
      'Older leads have had more time, so the previous period as it is now always looks better. We compare at equal age: the previous period is counted as it stood as many days ago as the period is long. Stage flags, deletions and test leads are those of today: unflag a stage, and the previous period changes too. Partial days, weeks and months are hatched in the chart.',
    previous_example:
      'today is 30 November and the period is 30 days. The 30 days before are counted as they stood on 31 October: sales that came later are left out.',
    funnel: 'Funnel',
    funnel_text:
      'Of leads created in the period, how many reached a stage or passed it. Who skipped a stage passed it too, so a funnel never widens. Conversions are from the previous stage and from the first; incoming leads are shown but take no part. “In the stage now” is a separate snapshot and is never mixed with it.',
    funnel_example:
      'of 254 new requests 155 were taken up (61%) and 40 came to a measuring: 25.8% of those taken up, 15.7% of all.',
    losses: 'Why leads are lost',
    losses_text:
      'The reasons are those that people choose in amoCRM when they close a deal without a sale. Counted are leads of the period whose deal is closed so now: if it is reopened, it leaves this list. The share is of all lost leads, not of all leads, so the shares add up to 100%. Leads without a reason have a line of their own: the longer it is, the less the others tell. Below a reason are the creatives that lost most leads for it. That is a count, not a rate: a creative that brings more leads loses more, too.',
    losses_example:
      'of 300 leads in a period 200 are lost: “Too expensive” 90 (45%), “Could not reach” 60 (30%), no reason 50 (25%). Of those who found it too expensive 70 of 90 came from one creative. Perhaps it promises a discount that does not exist.',
    people: 'People',
    people_text:
      'One person may leave several requests. People are different phones; without a phone, different e-mails; without either, each lead by itself. Test leads and deleted deals are not counted; how many there are is told beside.',
    people_example:
      'three requests from one phone, one with an e-mail and two without contacts are six leads and four people.',
  },
)
