import { readdirSync, readFileSync } from 'node:fs'
import { thorough } from './thorough.ts'

const folder = new URL('../../training/data/written/', import.meta.url)

/** Every so-manieth of the messages written by hand, all kinds among them. */
function written(every: number): string[] {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  return lines.filter((_, at) => at % every === 0).map((line) => (JSON.parse(line) as { text: string }).text)
}

/** What browsers and Node.js could see differently: emoji, directions, scripts, broken characters. */
const odd = [
  '',
  ' \n\t ',
  '👍🏽👨‍👩‍👧 🇩🇪 ❤️ ☺︎',
  'ѕtuріd уоu',
  '𝓎𝓸𝓾 𝕚𝕕𝕚𝕠𝕥, ꜱᴛᴜᴘɪᴅ 🅸🅳🅸🅾🆃',
  'y\u200bo\u200bu i\u00addiot',
  'i d i o t, f.u.c.k, sh1t, a$$, f**k',
  'שלום, you are late again',
  'مرحبا you fool \u202eloof\u202c',
  '我不知道 why you say so',
  'それは you know',
  'half \ud83d a pair \ude00',
  `accents ${'\u0301'.repeat(200)} piled`,
  'ﷺ ½ ﬁne №5 ™ …',
  'İstanbul’da ıssız, STRASSE straße',
  '> you never read\nYes I do. `rm -rf /`\n```\ncode()\n```',
  '“You said ‘go away’ to «her»”',
  'see https://example.org/a?b=c, @sam, 10:30 :) >:( ;-P <3',
  'sooooo cooooool!!!!!?!?!…',
  'long '.repeat(700),
]

const disguises: [RegExp, string][] = [
  [/[ao]/g, 'а'],
  [/i/g, '1'],
  [/ /g, '\u00a0'],
  [/$/, ' 🙄'],
]

/** Hundreds of texts, some of them again in disguise; thousands where it may take long. */
export function texts(): string[] {
  const plain = written(thorough ? 16 : 96)
  const dressed = plain.filter((_, at) => at % 4 === 0).map((text, at) => text.replace(...disguises[at % 4]!))
  return [...odd, ...plain, ...dressed]
}
