import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Large, and fetched once by each browser: not worth the memory. */
const isModel = (file: string): boolean => file.includes('.bin')

/** Styles, fonts, scripts and models under names that change with their content, so that browsers may keep them. */
export class Assets {
  readonly #folder: string
  readonly #manifest: Record<string, string>
  readonly #built: ReadonlySet<string>
  readonly #contents = new Map<string, Promise<Buffer>>()

  constructor(folder: string) {
    this.#folder = folder
    this.#manifest = readManifest(folder)
    this.#built = new Set(Object.values(this.#manifest))
  }

  /** The address of a logical name such as "style.css"; names that were not built stay as they are. */
  url(name: string): string {
    return `/assets/${this.#manifest[name] ?? name}`
  }

  has(name: string): boolean {
    return name in this.#manifest
  }

  /** Content by address; undefined for anything that was not built. */
  async read(file: string): Promise<Buffer | undefined> {
    return this.#built.has(file) ? this.#content(file) : undefined
  }

  /** The same as Brotli, as the build made it; undefined for what is packed already, such as fonts. */
  async readSmall(file: string): Promise<Buffer | undefined> {
    return this.#built.has(file) && /\.(css|js|bin)$/.test(file) ? this.#content(`${file}.br`) : undefined
  }

  #content(file: string): Promise<Buffer> {
    const known = this.#contents.get(file)
    if (known) return known
    const content = readFile(join(this.#folder, file))
    if (!isModel(file)) this.#contents.set(file, content)
    // What could not be read once is read again.
    content.catch(() => this.#contents.delete(file))
    return content
  }
}

function readManifest(folder: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  } catch {
    return {}
  }
}
