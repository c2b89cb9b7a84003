import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './root.mjs'

async function bundle(entry) {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    alias: { '@kindling/tone': inRoot('tone', 'src', 'index.ts') },
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0].contents
}

/**
 * Makes what one script tag loads: `<kind-pause>` as one module with the quick reader inside, the model beside it, and the
 * careful reader's worker for sites that serve it. From the sources: nothing has to be built before.
 */
export async function buildPause(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'kind-pause.js'), await bundle(inRoot('pause', 'src', 'kind-pause.ts')))
  writeFileSync(
    join(folder, 'careful-worker.js'),
    await bundle(inRoot('tone', 'src', 'careful', 'worker.ts')),
  )
  cpSync(inRoot('tone', 'src', 'model', 'quick.bin'), join(folder, 'quick.bin'))
}
