import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'node.ts',
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

test('it is small: 30 KB of script compressed at most, beside the model', async () => {
  const { outputFiles } = await build({
    entryPoints: [`${here}index.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  })
  const { brotliCompressSync } = await import('node:zlib')
  expect(brotliCompressSync(outputFiles[0]!.contents).length).toBeLessThan(30_000)
})
