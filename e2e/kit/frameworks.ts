import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const folder = fileURLToPath(new URL('frameworks', import.meta.url))

/** React and Vue, as their own users install them; once. */
function frameworks(): string {
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--no-engine-strict'], {
      cwd: folder,
      stdio: 'pipe',
    })
  return folder
}

interface Compiler {
  parse(source: string): { descriptor: { template: { content: string } } }
  compileScript(descriptor: object, options: object): { content: string }
}

/** Vue's own compiler, as much of it as a file without styles needs. */
const vueFiles = (home: string): Plugin => ({
  name: 'vue-files',
  setup({ onLoad }) {
    const compiler: Compiler = createRequire(join(home, 'package.json'))('vue/compiler-sfc')
    const template = createRequire(join(home, 'package.json'))('vue/compiler-sfc') as {
      compileTemplate(options: object): { code: string }
    }
    onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor } = compiler.parse(readFileSync(path, 'utf8'))
      const script = compiler.compileScript(descriptor, { id: 'answer', genDefaultAs: 'component' })
      const { code } = template.compileTemplate({
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
})

/** A script that needs React or Vue, as a bundler makes it. */
export async function bundleWithFrameworks(
  from: { entry: string } | { contents: string },
): Promise<Uint8Array> {
  const home = frameworks()
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
    plugins: [vueFiles(home)],
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]!.contents
}
