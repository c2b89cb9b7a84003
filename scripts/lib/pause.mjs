import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './root.mjs'

const source = (...path) => inRoot('pause', 'src', ...path)

/** The file that finds other words lies beside the script and is fetched when somebody begins to write. */
const wordsBeside = {
  name: 'words-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/other-words\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './other-words.js', external: true } : undefined,
    )
  },
}

/** In that file no second reader: the script hands in its own. */
const readerHandedIn = {
  name: 'reader-handed-in',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/tone\/src\/(read|careful\/read-carefully)\.ts$/ }, () => ({
      contents: 'export const [read, readCarefully, useQuick, useCareful, checkText, TEXT_AT_MOST] = []',
      loader: 'js',
    }))
  },
}

async function bundle(entry, plugins = []) {
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
    plugins,
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0].contents
}

/**
 * Makes what one script tag loads: `<kind-pause>` as one module with the quick reader inside; beside it the model, what finds
 * other words, and the careful reader's worker for sites that serve it. From the sources: nothing has to be built before.
 */
export async function buildPause(folder) {
  const put = (name, content) => writeFileSync(join(folder, name), content)
  mkdirSync(folder, { recursive: true })
  put('kind-pause.js', await bundle(source('kind-pause.ts'), [wordsBeside]))
  put('other-words.js', await bundle(source('other-words.ts'), [readerHandedIn]))
  put('careful-worker.js', await bundle(inRoot('tone', 'src', 'careful', 'worker.ts')))
  cpSync(inRoot('tone', 'src', 'model', 'quick.bin'), join(folder, 'quick.bin'))
}
