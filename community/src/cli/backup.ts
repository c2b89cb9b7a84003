import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { End } from './backup/manifest.ts'
import { writeBackup } from './backup/write-backup.ts'
import { tell, withDatabase } from './with-database.ts'

/** "12 people, 3 spaces, 120 posts, 700 replies, 8 pictures": enough to see that it is the right place. */
export function summary({ tables, files }: End): string {
  const rows = (name: string) => tables[name]?.rows ?? 0
  return `${rows('members')} people, ${rows('spaces')} spaces, ${rows('posts')} posts, ${rows('replies')} replies, ${files} pictures`
}

/** `kindling backup <file>`: everything into one file, while the place goes on. */
export async function backup([path]: string[]): Promise<number> {
  if (!path) {
    tell('Say where to: kindling backup <file>, for instance kindling backup monday.tar.gz')
    return 2
  }
  const file = resolve(path)
  const end = await withDatabase((house) => writeBackup(house, file))
  if (end.missingFiles > 0)
    tell(`${end.missingFiles} pictures that posts name were not in the folder any more.`)
  tell(`Written: ${file} (${(statSync(file).size / 1e6).toFixed(1)} MB): ${summary(end)}.`)
  return 0
}
