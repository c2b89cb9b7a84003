import { inRoot } from './root.mjs'

/** One script of all that `entry` imports, as browsers load it. */
export async function bundle(entry, options = {}) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    ...options,
  })
  return outputFiles[0].contents
}

/** What finds other words: without a reader, which whoever uses it hands in. */
export const otherWords = () =>
  bundle(inRoot('tone', 'src', 'rephrase', 'with-reader.ts'), { charset: 'utf8' })

/** The file that finds other words lies beside the script of the pause and is fetched when somebody begins to write. */
export const wordsBeside = (path) => ({
  name: 'words-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/other-words\.[jt]s$/ }, () => ({ path, external: true }))
  },
})

/** What the pause imports of tone lies in a file of its own. */
export const readingBeside = (path) => ({
  name: 'reading-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@kindling\/tone$/ }, ({ importer }) =>
      /[\\/]pause[\\/](?:dist|src)[\\/]/.test(importer) ? { path, external: true } : undefined,
    )
  },
})
