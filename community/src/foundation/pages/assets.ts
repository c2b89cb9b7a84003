import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const compress = promisify(brotliCompress)

/** Large, and fetched once by each browser: not worth the memory. */
const isModel = (file: string): boolean => file.endsWith('.bin')

/** Styles, fonts, scripts and models under names that change with their content, so that browsers may keep them. */
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
    if (isModel(file)) return readFile(join(this.#folder, file))
    let content = this.#files.get(file)
    if (!content) {
      content = await readFile(join(this.#folder, file))
      this.#files.set(file, content)
    }
    return content
  }

  /**
   * The same as Brotli, for text and models; undefined for what is packed already. Text is packed once, when it is first
   * asked for; models were when they were built.
   */
  async readSmall(file: string): Promise<Buffer | undefined> {
    if (!/\.(css|js|svg|bin)$/.test(file) || !Object.values(this.#manifest).includes(file)) return undefined
    if (isModel(file)) return readFile(join(this.#folder, `${file}.br`))
    const small = this.#small.get(file) ?? this.read(file).then((content) => compress(content!))
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
