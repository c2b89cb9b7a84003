import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isId } from '../ids/uuid.ts'
import type { Files } from './files.ts'

function isMissing(error: unknown): boolean {
  return (error as { code?: string }).code === 'ENOENT'
}

/** Files in a folder on this machine, in subfolders by the last letters of their ids. */
export class FolderFiles implements Files {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  #path(id: string): string {
    // An id never becomes part of a path unless it is one: nothing leads out of the folder.
    if (!isId(id)) throw new Error('A file is asked for by something that is no id.')
    return join(this.#folder, id.slice(-2), id)
  }

  async put(id: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(id)
    await mkdir(dirname(path), { recursive: true })
    // Under its name only when whole, so that a power cut leaves no half picture.
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
  }

  async read(id: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#path(id))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  async delete(id: string): Promise<void> {
    await rm(this.#path(id), { force: true })
  }
}

/** The same in memory, for tests. */
export class MemoryFiles implements Files {
  readonly kept = new Map<string, Uint8Array>()

  async put(id: string, bytes: Uint8Array): Promise<void> {
    this.kept.set(id, bytes)
  }

  async read(id: string): Promise<Uint8Array | undefined> {
    return this.kept.get(id)
  }

  async delete(id: string): Promise<void> {
    this.kept.delete(id)
  }
}
