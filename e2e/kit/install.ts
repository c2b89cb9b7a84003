import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Packages that a folder names, as their own users install them; once. */
export function installOnce(folder: string): void {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-engine-strict']
  execFileSync('npm', ['ci', ...options], { cwd: folder, stdio: 'pipe' })
}
