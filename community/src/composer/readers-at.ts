import { languages } from '@kindling/tone'
import type { House } from '../foundation/index.ts'
import type { ReadersAt } from './told.ts'

/** Where this house serves them. */
export function readersAt({ assets }: Pick<House, 'assets'>): ReadersAt {
  const model = (name: string) => assets.url(`models/${name}.bin`)
  return {
    quick: model('quick'),
    careful: model('careful'),
    worker: assets.url('careful-worker.js'),
    languages: Object.fromEntries(languages.map((tag) => [tag, model(`quick-${tag}`)])),
  }
}
