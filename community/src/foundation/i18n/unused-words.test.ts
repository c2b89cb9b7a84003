import { expect, test } from 'vitest'
import { type Source, sources, withoutComments } from '../../../test/kit/sources.ts'

interface Catalogue {
  /** The constant that holds its phrases, such as "thanksWords". */
  constant: string
  file: string
  names: string[]
  /** As it stands in the file, cut out where uses are looked for. */
  definition: string
}

interface Use {
  name?: string
  /** Asked for by a value, `w[kind]`: names count that stand somewhere as strings. */
  byValue?: boolean
  /** Handed on as a whole: nobody can see which are used. */
  whole?: boolean
}

function cataloguesIn({ name: file, text }: Source): Catalogue[] {
  return [...text.matchAll(/const (\w+) = words\('[\w.]+', \{([\s\S]*?)\n\}\)/g)].map((match) => ({
    constant: match[1]!,
    file,
    names: [...match[2]!.matchAll(/^ {2}(\w+):/gm)].map((entry) => entry[1]!),
    definition: match[0],
  }))
}

/** What a file calls a catalogue: its own constant, or what it is imported as. */
function callsIt({ name, text }: Source, { constant, file }: Catalogue): string[] {
  if (name === file) return [constant]
  return [...text.matchAll(/import \{([^}]*)\} from/g)]
    .flatMap((match) => match[1]!.split(','))
    .map((part) => /^\s*(\w+)(?: as (\w+))?\s*$/.exec(part))
    .filter((part) => part?.[1] === constant)
    .map((part) => part![2] ?? part![1]!)
}

function usesIn(source: Source, catalogue: Catalogue): Use[] {
  const code = source.text.replace(catalogue.definition, '').replace(/import [^;]*? from '[^']+'/g, '')
  return callsIt(source, catalogue).flatMap((called) =>
    [...code.matchAll(new RegExp(`(?<![.\\w'-]|typeof )${called}\\b(?:\\.(\\w+)|(\\[)|(?!['-]))`, 'g'))].map(
      (match) => (match[1] ? { name: match[1] } : match[2] ? { byValue: true } : { whole: true }),
    ),
  )
}

/** Phrases nobody asks for, and catalogues handed on as a whole, by constant and name. */
function look(all: readonly Source[]): { unused: string[]; whole: string[] } {
  const plain = all.map(({ name, text }) => ({ name, text: withoutComments(text) }))
  const unused: string[] = []
  const whole: string[] = []
  for (const catalogue of plain.flatMap(cataloguesIn)) {
    const uses = plain.flatMap((source) => usesIn(source, catalogue))
    const named = new Set(uses.map(({ name }) => name))
    const asked = (name: string) =>
      uses.some(({ byValue }) => byValue) && plain.some(({ text }) => text.includes(`'${name}'`))
    if (uses.some((use) => use.whole)) whole.push(catalogue.constant)
    unused.push(
      ...catalogue.names
        .filter((name) => !named.has(name) && !asked(name))
        .map((name) => `${catalogue.constant}.${name}`),
    )
  }
  return { unused, whole }
}

test('the check finds what nobody asks for, also under another name or by a value', () => {
  const words = {
    name: 'a/words.ts',
    text: "export const aWords = words('a', {\n  one: 'x',\n  two: 'y',\n})",
  }
  const page = (text: string) => [words, { name: 'a/page.tsx', text }]
  expect(look([words]).unused).toEqual(['aWords.one', 'aWords.two'])
  expect(look(page("import { aWords as w } from './words.ts'\nt(w.one)")).unused).toEqual(['aWords.two'])
  expect(look(page("import { other as w } from './words.ts'\nt(w.one)")).unused).toHaveLength(2)
  expect(look(page("import { aWords } from './words.ts'\nconst k = 'two'\nt(aWords[k])")).unused).toEqual([
    'aWords.one',
  ])
  expect(look(page("import { aWords as w } from './words.ts'\nshow(w)")).whole).toEqual(['aWords'])
  expect(
    look(page("import { aWords as w } from './words.ts'\n// t(w.one)\nx as typeof w")).unused,
  ).toHaveLength(2)
})

test('every sentence of every catalogue is used', () => {
  const { unused, whole } = look(sources())
  expect(unused).toEqual([])
  expect(whole).toEqual([])
})
