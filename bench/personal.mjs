import { build } from 'esbuild'
import { drawnFigures, figures, phoneFigures, rows } from '../tone/test/personal-figures.mjs'
import { textsOf, writtenMessages } from './lib/messages.mjs'
import { root } from './lib/place.mjs'
import { fixed, publish, table } from './lib/report.mjs'

const ROUNDS = process.argv.includes('--short') ? 1 : 3
const LENGTHS = [100, 2_000, 20_000, 1_000_000]

const share = (part, whole) => (whole === 0 ? '-' : `${fixed((part / whole) * 100, 1)} %`)
const names = {
  email: 'E-mail',
  phone: 'Telephone',
  address: 'Postal address',
  card: 'Payment card',
  iban: 'Account',
  document: 'Document number',
  name: 'Full name beside a private fact',
}

/** The least CPU time of a read, in milliseconds. */
function timeOf(read, texts) {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = process.cpuUsage()
    for (const text of texts) read(text)
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000 / texts.length
  })
  return Math.min(...times)
}

async function scriptSize() {
  const { outputFiles } = await build({
    entryPoints: [`${root}tone/dist/personal/index.js`],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    write: false,
  })
  return outputFiles[0].contents.length
}

function recallTable(made, kept) {
  const cells = ({ kinds }, kind) => {
    const { there = 0, found = 0, exact = 0, wrong = 0 } = kinds[kind] ?? {}
    return [`${found} of ${there}`, exact, wrong]
  }
  return table(
    ['', 'found', 'to the letter', 'wrong finds', 'kept apart: found', 'to the letter', 'wrong finds'],
    Object.entries(names).map(([kind, name]) => [name, ...cells(made, kind), ...cells(kept, kind)]),
  )
}

/** `npm run bench -- personal` */
export async function benchPersonal(say) {
  const { personalData } = await import(`${root}tone/dist/personal/index.js`)
  const all = rows()
  const [made, kept] = [false, true].map((apart) =>
    figures(
      personalData,
      all.filter((row) => row.kept === apart),
    ),
  )
  say('Telephone numbers ...')
  const { sorts } = phoneFigures(personalData)
  const drawn = drawnFigures(personalData)
  say('Messages, times ...')
  const messages = writtenMessages()
  const withFind = messages.filter((text) => personalData(text).length > 0).length
  const withFigures = messages.filter((text) => /\d/.test(text))
  const figuresFind = withFigures.filter((text) => personalData(text).length > 0).length
  const times = LENGTHS.map((length) => {
    const texts = textsOf(messages, length, Math.max(1, Math.min(500, Math.floor(1_000_000 / length))))
    return [length.toLocaleString('en'), fixed(timeOf(personalData, texts), length < 20_000 ? 3 : 1)]
  })
  const script = await scriptSize()
  publish(
    'personal',
    "Other people's personal data in a draft",
    `${all.length} messages written by hand, ${all.filter(({ personal }) => personal.length === 0).length} of them without
anything personal but full of numbers, names and public doors (tone/test/personal.jsonl). Of those without, ${made.alarmed} of
${made.ordinary} got a find, and ${kept.alarmed} of ${kept.ordinary} of the ones kept apart: written last, and not looked at before the rules were measured
on them. All were written by the hand that made the rules, so people's own drafts will show less.

${recallTable(made, kept)}

Of the ${messages.length.toLocaleString('en')} messages in training/data/written, which nobody labelled for this and which hold hardly anything personal,
${withFind} get a find; of the ${withFigures.length.toLocaleString('en')} among them with figures, ${figuresFind}.

Mobile numbers of every country, made from libphonenumber's examples, each in a sentence:

${table(
  ['Written', 'found whole', ''],
  Object.entries(sorts).map(([sort, { there, found }]) => [
    sort,
    `${found} of ${there}`,
    share(found, there),
  ]),
)}

Of ${(drawn.valid + drawn.impossible).toLocaleString('en')} numbers drawn by a die behind a plus and a country's code, libphonenumber holds ${drawn.valid.toLocaleString('en')} for somebody's line, of
which ${share(drawn.validFound, drawn.valid)} are found, and ${drawn.impossible.toLocaleString('en')} for impossible, of which ${share(drawn.impossibleFound, drawn.impossible)} are taken for a number all the same.

${table(['Characters', 'CPU ms'], times)}

Least of ${ROUNDS} rounds, texts cut from the same messages. Script, minified: ${fixed(script / 1000, 0)} KB; no model is needed.`,
  )
}
