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
