/** How telephone numbers of some regions are made. */
export interface Plan {
  code: string
  regions: readonly string[]
  /** What is dialled before a number inside the country. */
  trunk: string
  /** Whether it can be left out. */
  optional: boolean
  /** How many figures a number has without code and trunk. */
  lengths: ReadonlySet<number>
  /** What numbers of lines at home and mobile ones begin with. */
  begins: RegExp
}

// One line a country code: regions, trunk prefix, lengths, first figures. After the numbering plans that the
// countries have sent to the International Telecommunication Union (E.164 with its national annexes).
const lines = String.raw`
1|US CA AG AI AS BB BM BS DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI|1|10|[2-9]\d\d
7|RU KZ|8|10|[3-9]
20|EG|0|8-10|[1-9]
27|ZA|0|9|[1-8]
30|GR|-|10|[26]
31|NL|0|9|[1-7]
32|BE|0|8-9|[1-9]
33|FR|0|9|[1-79]
34|ES|-|9|[6789]
36|HU|06|8-9|[1-9]
39|IT VA|-|6-11|[03]
40|RO|0|9|[237]
41|CH|0|9|[2-9]
43|AT|0|4-13|[1-9]
44|GB GG IM JE|0|9-10|[1-357]
45|DK|-|8|[2-9]
46|SE|0|7-9|[1-9]
47|NO SJ|-|8|[2-79]
48|PL|-|9|[1-9]
49|DE|0|5-12|[1-9]
51|PE|0?|8-9|[1-9]
52|MX|-|10|[2-9]
53|CU|0|6-8|[2-9]
54|AR|0|10-11|[1-9]
55|BR|0|10-11|[1-9]
56|CL|-|9|[2-9]
57|CO|-|10|[346]
58|VE|0|10|[24]
60|MY|0|8-10|[1-9]
61|AU CC CX|0|9|[2-478]
62|ID|0|7-12|[1-9]
63|PH|0|8-10|[1-9]
64|NZ|0|8-10|[2-9]
65|SG|-|8|[3689]
66|TH|0|8-9|[1-9]
81|JP|0|9-10|[1-9]
82|KR|0|8-10|[1-7]
84|VN|0|9-10|[2-9]
86|CN|0|9-11|[1-9]
90|TR|0|10|[2-5]
91|IN|0|10|[1-9]
92|PK|0|9-10|[2-9]
93|AF|0|9|[2-7]
94|LK|0|9|[1-9]
95|MM|0|7-10|[1-9]
98|IR|0|10|[1-9]
211|SS|0|9|[19]
212|MA EH|0|9|[5-7]
213|DZ|0|8-9|[1-7]
216|TN|-|8|[2-57-9]
218|LY|0|8-9|[2-9]
220|GM|-|7|[2-9]
221|SN|-|9|[37]
222|MR|-|8|[2-4]
223|ML|-|8|[2-9]
224|GN|-|8-9|[367]
225|CI|-|10|[02]
226|BF|-|8|[024-7]
227|NE|-|8|[02789]
228|TG|-|8|[279]
229|BJ|-|10|0
230|MU|-|7-8|[2-9]
231|LR|0|7-9|[2-8]
232|SL|0|8|[2-9]
233|GH|0|9|[235]
234|NG|0|8,10|[1-9]
235|TD|-|8|[2-9]
236|CF|-|8|[2678]
237|CM|-|8-9|[26]
238|CV|-|7|[2-59]
239|ST|-|7|[29]
240|GQ|-|9|[2357-9]
241|GA|0|7-8|[01-7]
242|CG|-|9|[02]
243|CD|0|7-9|[1-9]
244|AO|-|9|[29]
245|GW|-|7,9|[4-9]
246|IO|-|7|3
247|AC|-|5-6|[1-9]
248|SC|-|7|[24]
249|SD|0|9|[19]
250|RW|0|9|[27]
251|ET|0|9|[1-9]
252|SO|0?|6-9|[1-9]
253|DJ|-|8|[27]
254|KE|0|7-9|[1-9]
255|TZ|0|9|[2-9]
256|UG|0|9|[2-9]
257|BI|-|8|[2367]
258|MZ|-|8-9|[28]
260|ZM|0|9|[25-79]
261|MG|0|9|[23]
262|RE YT|0|9|[2679]
263|ZW|0|6-10|[1-9]
264|NA|0|8-9|[68]
265|MW|0|7,9|[1-9]
266|LS|-|8|[256]
267|BW|-|7-8|[2-7]
268|SZ|-|8|[2-9]
269|KM|-|7|[3478]
290|SH TA|-|4-5|[2-9]
291|ER|0|7|[178]
297|AW|-|7|[5-9]
298|FO|-|6|[2-9]
299|GL|-|6|[1-9]
350|GI|-|8|[25]
351|PT|-|9|[29]
352|LU|-|4-11|[2-9]
353|IE|0|7-9|[1-9]
354|IS|-|7,9|[3-8]
355|AL|0|7-9|[2-9]
356|MT|-|8|[2-9]
357|CY|-|8|[29]
358|FI AX|0|5-10|[1-9]
359|BG|0|6-9|[2-9]
370|LT|0|8|[3-6]
371|LV|-|8|[26]
372|EE|-|7-8|[3-8]
373|MD|0|8|[2-7]
374|AM|0|8|[1-9]
375|BY|80|9|[1-4]
376|AD|-|6,9|[3-8]
377|MC|0|8-9|[3-9]
378|SM|-|6-10|[05-7]
380|UA|0|9|[3-9]
381|RS|0|7-11|[1-9]
382|ME|0|8-9|[2-9]
383|XK|0|8-9|[2-4]
385|HR|0|8-9|[1-9]
386|SI|0|8|[1-7]
387|BA|0|8-9|[3-9]
389|MK|0|8|[2-7]
420|CZ|-|9|[2-7]
421|SK|0|9|[2-59]
423|LI|-|7,9|[2-79]
500|FK|-|5|[2-9]
501|BZ|-|7|[2-8]
502|GT|-|8|[2-7]
503|SV|-|8|[25-7]
504|HN|-|8|[237-9]
505|NI|-|8|[25-8]
506|CR|-|8|[24-8]
507|PA|-|7-8|[1-9]
508|PM|0|6,9|[2-9]
509|HT|-|8|[2-5]
590|GP BL MF|0|9|[5679]
591|BO|0|8|[2-7]
592|GY|-|7|[2-9]
593|EC|0|8-9|[2-9]
594|GF|0|9|[5679]
595|PY|0|7-9|[2-9]
596|MQ|0|9|[5679]
597|SR|-|6-7|[1-8]
598|UY|0|7-8|[249]
599|CW BQ|-|7-8|[3-9]
670|TL|-|7-8|[2-47]
672|NF|-|5-6|[1-35]
673|BN|-|7|[2-8]
674|NR|-|7|[2-8]
675|PG|-|7-8|[2-9]
676|TO|-|5-7|[2-8]
677|SB|-|5,7|[1-9]
678|VU|-|5,7|[2-9]
679|FJ|-|7|[2-9]
680|PW|-|7|[2-9]
681|WF|-|6|[4-9]
682|CK|-|5|[2-8]
683|NU|-|4,7|[4-9]
685|WS|-|5-7|[2-8]
686|KI|-|5,8|[2-9]
687|NC|-|6|[2-9]
688|TV|-|5-7|[279]
689|PF|-|8|[48]
690|TK|-|4-7|[2-9]
691|FM|-|7|[39]
692|MH|1|7|[2-6]
850|KP|0|8,10|[1-9]
852|HK|-|8|[2-9]
853|MO|-|8|[268]
855|KH|0|8-9|[1-9]
856|LA|0|8-10|[2-8]
880|BD|0|8-10|[1-9]
886|TW|0|8-9|[2-9]
960|MV|-|7|[3679]
961|LB|0?|7-8|[1-9]
962|JO|0|8-9|[2-7]
963|SY|0|8-9|[1-59]
964|IQ|0|8-10|[1-7]
965|KW|-|8|[24569]
966|SA|0|9|[15]
967|YE|0|7-9|[1-7]
968|OM|-|8|[279]
970|PS|0|8-9|[2-9]
971|AE|0|8-9|[2-79]
972|IL|0|8-9|[2-9]
973|BH|-|8|[136-9]
974|QA|-|8|[3-7]
975|BT|-|7-8|[1-8]
976|MN|0?|8|[5-9]
977|NP|0?|8-10|[1-9]
992|TJ|-|9|\d
993|TM|8|8|[1-7]
994|AZ|0|9|[1-9]
995|GE|-|9|[3-7]
996|KG|0|9|[2-9]
998|UZ|-|9|[2-9]`

/** Lines of companies and services: free of charge, shared, premium. */
const services: Record<string, RegExp> = {
  1: /^(?:8(?:00|33|44|55|66|77|88)|900|[2-9]11)/,
  7: /^80[0-9]/,
  31: /^(?:800|90[069]|88)/,
  32: /^(?:800|90|70[0-9])/,
  33: /^8/,
  34: /^(?:[89]0[0-35]|80[0-9])/,
  39: /^(?:80|89|199)/,
  41: /^(?:800|84|90)/,
  43: /^(?:800|8[12]0|9[03]0)/,
  44: /^(?:3|8|9)/,
  49: /^(?:800|180|190|900|137|116)/,
  61: /^1/,
  353: /^(?:1?800|1?8[15]8)/,
}

function spread(lengths: string): Set<number> {
  const all = new Set<number>()
  for (const part of lengths.split(',')) {
    const [from = 0, to = from] = part.split('-').map(Number)
    for (let length = from; length <= to; length++) all.add(length)
  }
  return all
}

function makePlan(line: string): Plan {
  const [code, regions, trunk, lengths, begins] = line.split('|') as [string, string, string, string, string]
  return {
    code,
    regions: regions.split(' '),
    trunk: trunk.replace(/[-?]/, ''),
    optional: trunk !== '0',
    lengths: spread(lengths),
    begins: new RegExp(`^${begins}`),
  }
}

export const plans: readonly Plan[] = lines.trim().split('\n').map(makePlan)
const byCode = new Map(plans.map((plan) => [plan.code, plan]))
const byRegion = new Map(plans.flatMap((plan) => plan.regions.map((region) => [region, plan])))

export const planOf = (region: string): Plan | undefined => byRegion.get(region.toUpperCase())

/** The plan whose code a number in international form begins with; no code begins another. */
export function planFor(digits: string): Plan | undefined {
  for (let length = 1; length <= 3; length++) {
    const plan = byCode.get(digits.slice(0, length))
    if (plan) return plan
  }
  return undefined
}

/** Whether figures without code and trunk can be a person's number there. */
export function isNumberOf(plan: Plan, national: string): boolean {
  return (
    plan.lengths.has(national.length) && plan.begins.test(national) && !services[plan.code]?.test(national)
  )
}

/** Figures as dialled inside the country, without what is dialled first. */
export function withoutTrunk({ trunk }: Plan, digits: string): string {
  return trunk && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits
}
