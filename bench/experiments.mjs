import { build } from 'esbuild'
import { root } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'

const RUNS = process.argv.includes('--short') ? 200 : 10_000
/** Communities of 2,000 members take their time. */
const FEWER = RUNS / 5

/** The simulated communities of the tests, with the rules of the house, as one script. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './community/test/kit/simulated-community.ts'
        export { toldOf } from './community/src/experiments/rules.ts'`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

const seeds = (runs) => Array.from({ length: runs }, (_, run) => 7_919 * run + 13)
const percent = (part, whole) => (whole === 0 ? '-' : fixed((part / whole) * 100, 1))

const names = {
  sent: 'posted as it stood',
  edited: 'in other words',
  withdrawn: 'not posted',
  replies: 'answers each',
  reply_reported: 'drew a reported answer',
}

function placesOf({ usualPlace }) {
  const helps = { effect: 0.35, calmer: 0.8 }
  const few = { members: 300, hardDrafts: 0.03, weeks: 8 }
  return [
    ['nothing differs, 400 members', usualPlace, RUNS],
    ['nothing differs, few are counted', { ...usualPlace, ...few }, RUNS],
    ['the pause helps, 400 members', { ...usualPlace, ...helps }, RUNS],
    ['the pause helps, few are counted', { ...usualPlace, ...few, ...helps }, RUNS],
    ['a small effect, 2,000 members', { ...usualPlace, members: 2_000, effect: 0.1, calmer: 0.9 }, FEWER],
  ]
}

/** What experiments in one kind of community tell. */
function measure(kit, place, runs) {
  const truth = kit.truthOf(place)
  const results = seeds(runs).map((seed) => kit.experimentIn(place, seed))
  const told = results.map((result) => kit.toldOf(kit.outcomes, result)).filter(({ length }) => length > 0)
  const members = results.reduce((sum, { usual, heldOut }) => sum + usual + heldOut, 0) / runs
  const outcomes = kit.outcomes.map(({ name }) => {
    const judged = told.flatMap((one) => one.filter((outcome) => outcome.name === name && outcome.judged))
    const holds = judged.filter(
      ({ judged: { difference } }) => difference.low <= truth[name] && truth[name] <= difference.high,
    )
    return {
      name,
      truth: truth[name],
      told: judged.length,
      holds: holds.length,
      seen: judged.filter((outcome) => outcome.judged.seen).length,
    }
  })
  const any = told.filter((one) => one.some(({ judged }) => judged?.seen)).length
  return { members, outcomes, shown: told.length, any }
}

function coverageTable(measured) {
  return table(
    ['', 'members counted', ...Object.values(names), 'all that is shown'],
    measured.map(([title, { members, outcomes }]) => {
      const [holds, told] = ['holds', 'told'].map((key) => outcomes.reduce((sum, one) => sum + one[key], 0))
      return [
        title,
        fixed(members, 0),
        ...outcomes.map((one) => `${percent(one.holds, one.told)}`),
        percent(holds, told),
      ]
    }),
  )
}

function toldTable(measured) {
  return table(
    ['', 'any effect seen', ...Object.values(names)],
    measured.map(([title, { outcomes, shown, any }]) => [
      title,
      percent(any, shown),
      ...outcomes.map((one) => `${percent(one.seen, shown)} (told: ${percent(one.told, shown)})`),
    ]),
  )
}

/** False alarms of ways that were not taken. */
function wrongWays({ experimentIn, everyDraftIn, eachWeekIn, outcomes, toldOf, usualPlace }) {
  const first = outcomes.slice(0, 1)
  const alarm = (result) => toldOf(first, result)[0]?.judged?.seen ?? false
  const of = (raised) => percent(seeds(FEWER).filter(raised).length, FEWER)
  return {
    rightly: of((seed) => alarm(experimentIn(usualPlace, seed))),
    drafts: of((seed) => alarm(everyDraftIn(usualPlace, seed))),
    weekly: of((seed) => eachWeekIn(usualPlace, seed).some(alarm)),
  }
}

/** `npm run bench -- experiments` */
export async function benchExperiments(say) {
  const kit = await load()
  const measured = placesOf(kit).map(([title, place, runs]) => {
    say(`${title} ...`)
    return [title, measure(kit, place, runs)]
  })
  say('Ways that were not taken ...')
  const ways = wrongWays(kit)
  publish(
    'experiments',
    'Experiments',
    `Simulated communities whose members differ in how much they write (a tenth writes half of it), how often they think again and what they
draw; assigned, counted, summed and judged by the code of the house. ${RUNS.toLocaleString('en')} experiments each, ${FEWER.toLocaleString('en')} in the largest. Of 100 intervals that are
shown, so many hold the true difference (95 is promised):

${coverageTable(measured)}

What nearly nobody or nearly everybody did is not compared (fewer than 10 members in both halves together); where that is often so, what is
told is told for being far off, and its own column says little. Of 100 experiments, so many say that there is an effect; where nothing differs,
"any effect seen" is the share of false alarms over all outcomes together (at most 5 is promised):

${toldTable(measured)}

On the first outcome, where nothing differs: ${ways.rightly} of 100 false alarms as it is done; ${ways.drafts} if every draft counted as a member of its own; ${ways.weekly} if it were
looked at after each of twelve weeks.`,
  )
}
