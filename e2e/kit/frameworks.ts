import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { installOnce } from './install.ts'

const home = fileURLToPath(new URL('frameworks', import.meta.url))

/** React and Vue, as their own users install them; once. */
export const installFrameworks = (): void => installOnce(home)

interface Compiler {
  parse(source: string): { descriptor: { template: { content: string } } }
  compileScript(descriptor: object, options: object): { content: string }
  compileTemplate(options: object): { code: string }
}

/** Vue's own compiler, as much of it as a file without styles needs. */
const vueFiles: Plugin = {
  name: 'vue-files',
  setup({ onLoad }) {
    const compiler: Compiler = createRequire(join(home, 'package.json'))('vue/compiler-sfc')
    onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor } = compiler.parse(readFileSync(path, 'utf8'))
      const script = compiler.compileScript(descriptor, { id: 'answer', genDefaultAs: 'component' })
      const { code } = compiler.compileTemplate({
        id: 'answer',
        filename: path,
        source: descriptor.template.content,
        compilerOptions: { isCustomElement: (tag: string) => tag === 'kind-pause' },
      })
      return {
        contents: `${script.content}\n${code}\nexport default { ...component, render }`,
        resolveDir: home,
        loader: 'js',
      }
    })
  },
}

/** A script that needs React or Vue, as a bundler makes it. */
export async function bundleWithFrameworks(
  from: { entry: string } | { contents: string },
): Promise<Uint8Array> {
  installFrameworks()
  const { outputFiles } = await build({
    ...('entry' in from
      ? { entryPoints: [from.entry] }
      : { stdin: { contents: from.contents, resolveDir: home, loader: 'jsx' } }),
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    nodePaths: [join(home, 'node_modules')],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [vueFiles],
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.contents
}
