import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installOnce } from './install.ts'

const folder = fileURLToPath(new URL('../clients', import.meta.url))
const at = (...path: string[]) => join(folder, ...path)
const quietly = { cwd: folder, stdio: 'pipe' } as const

/** Clients of npm, as their own users install them; once. */
export function nodeClients(): string {
  installOnce(folder)
  return at('package.json')
}

const works = (command: string, args: string[]): boolean => spawnSync(command, args, quietly).status === 0

/** Python with a place for packages: looked for, else installed with apt as root. */
function findPython(): string {
  const can = () => works('python3', ['-c', 'import venv, ensurepip'])
  if (!can() && process.getuid?.() === 0 && works('apt-get', ['--version'])) {
    works('apt-get', ['update'])
    works('apt-get', ['install', '-y', '--no-install-recommends', 'python3', 'python3-venv'])
  }
  if (can()) return 'python3'
  throw new Error(
    "The tests run Google's Python client: install Python 3 with its venv module (python3-venv).",
  )
}

/** Google's Python client in a place of its own; once. */
export function pythonWithClient(): string {
  const python = at('.venv', 'bin', 'python')
  if (works(python, ['-c', 'import googleapiclient'])) return python
  execFileSync(findPython(), ['-m', 'venv', '--clear', '.venv'], quietly)
  execFileSync(python, ['-m', 'pip', 'install', '-q', '-r', 'requirements.txt'], quietly)
  return python
}

/** What `clients/ask.py` was told, by name. */
export function askInPython(root: string): Map<string, unknown> {
  const said = execFileSync(pythonWithClient(), ['ask.py', root], { ...quietly, encoding: 'utf8' })
  const lines = said.trim().split('\n')
  return new Map(lines.map((line) => JSON.parse(line)).map(({ name, value }) => [name, value]))
}
