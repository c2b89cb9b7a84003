import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from './root.mjs'
import { run } from './run.mjs'

const sources = inRoot('tone', 'kernel')
const compiler = inRoot('node_modules', 'assemblyscript')
const target = inRoot('tone', 'src', 'careful', 'kernel.generated.ts')

/** What the compiler is asked for. */
export const kernelOptions = [
  '-O3',
  ...['--enable', 'simd'],
  // Nothing is allocated, thrown or asserted in there: the memory is ours, and so is its layout.
  ...['--runtime', 'stub', '--noAssert', '--importMemory', '--use', 'abort='],
  // Vectors pass between its own functions only.
  ...['--disableWarning', '112'],
]

/** Changes when the sources, the compiler or what is asked of it do. */
function stampOf() {
  const hash = createHash('sha256')
    .update(readFileSync(join(compiler, 'package.json')))
    .update(kernelOptions.join())
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(join(sources, name)))
  return hash.digest('hex').slice(0, 16)
}

async function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-kernel-'))
  try {
    const file = join(folder, 'kernel.wasm')
    const args = [join(compiler, 'bin', 'asc.js'), join(sources, 'kernel.ts'), '-o', file, ...kernelOptions]
    const { code, output } = await run(process.execPath, args, { quiet: true })
    if (code !== 0) throw new Error(`tone/kernel does not compile.\n${output}`)
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Compiles the careful reader's arithmetic to WebAssembly, as a module that holds its bytes: no path to find and no
 * request at run time, wherever the package is bundled. Does nothing where that is done already.
 */
export async function buildKernel() {
  const first = `// Made from tone/kernel by scripts/lib/kernel.mjs: ${stampOf()}\n`
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(first)) return
  const bytes = await compile()
  // Under another name first: two may be at it at once.
  const draft = target.replace(/generated.ts$/, `${process.pid}.generated.ts`)
  writeFileSync(draft, `${first}export const kernelBytes = '${bytes.toString('base64')}'\n`)
  renameSync(draft, target)
}
