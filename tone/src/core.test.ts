import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { tinyModel } from '../test/tiny-model.ts'
import { loadQuick } from './load.ts'
import { read } from './read.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^node[./]/.test(name),
)

test('nothing but the entry for Node.js asks for Node.js, and nothing at all for a package', () => {
  expect(files.length).toBeGreaterThan(20)
  for (const name of files) {
    const source = readFileSync(here + name, 'utf8')
    for (const [, from] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g))
      expect(from, name).toMatch(/^\.\.?\//)
    expect(source, name).not.toMatch(/\b(?:Buffer|process|require|__dirname)\b[.(]/)
  }
})

/** What a page gets that asks for these and nothing else. */
async function bundled(names: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names} } from './index.ts'`, resolveDir: here, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'tone',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.contents
}

test('it is small: 30 KB of script compressed at most, beside the model', async () => {
  const reading = brotliCompressSync(await bundled('loadQuick, read'))
  expect(reading.length).toBeLessThan(30_000)
})

test('it runs where there is the language and TextDecoder, and nothing else', async () => {
  const context = createContext({ TextDecoder, bytes: new Uint8Array(tinyModel()) })
  runInContext(Buffer.from(await bundled('loadQuick, read')).toString(), context)
  const found = runInContext(
    'tone.loadQuick(new Uint8Array(bytes)).then(() => JSON.stringify(tone.read("You never read anything 🙂")))',
    context,
  ) as Promise<string>
  await loadQuick(tinyModel())
  expect(JSON.parse(await found)).toEqual(JSON.parse(JSON.stringify(read('You never read anything 🙂'))))
})
