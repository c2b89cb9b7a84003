import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const compress = promisify(brotliCompress)

/** Styles, fonts and scripts under names that change with their content, so that browsers may keep them. */
export class Assets {
  readonly #folder: string
  readonly #manifest: Record<string, string>
  readonly #files = new Map<string, Buffer>()
  readonly #small = new Map<string, Promise<Buffer>>()

  constructor(folder: string) {
    this.#folder = folder
    this.#manifest = readManifest(folder)
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
    if (!Object.values(this.#manifest).includes(file)) return undefined
    let content = this.#files.get(file)
    if (!content) {
      content = await readFile(join(this.#folder, file))
      this.#files.set(file, content)
    }
    return content
  }

  /** The same as Brotli, for text; undefined for what is packed already. Packed once, when it is first asked for. */
  async readSmall(file: string): Promise<Buffer | undefined> {
    if (!/\.(css|js|svg)$/.test(file)) return undefined
    const content = await this.read(file)
    if (!content) return undefined
    const small = this.#small.get(file) ?? compress(content)
    this.#small.set(file, small)
    return small
  }
}

function readManifest(folder: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  } catch {
    return {}
  }
}
