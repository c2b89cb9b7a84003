import type { Clear } from '../clear.ts'
import type { Find } from '../found.ts'
import { aroundOf, isKnown } from './around.ts'
import type { Door } from './door.ts'
import { englishDoors } from './english.ts'
import { germanDoors } from './german.ts'
import { romanceDoors } from './romance.ts'

/** Streets with a number, where somebody may live: not the doors of museums and shops, nor those of stories. */
export function addresses(clear: Clear, add: (find: Find) => void): void {
  const around = aroundOf(clear)
  const consider = ({ begin, end, street, sure, faint }: Door) => {
    if (isKnown(street)) return
    const near = around.near(begin, end)
    if (near === 'place' || (faint && near !== 'home')) return
    add({ kind: 'address', begin, end, why: near === 'home' ? 'beside_home' : sure ? 'with_town' : 'street' })
  }
  if (!/\d/.test(clear.text)) return
  for (const doors of [englishDoors, germanDoors, romanceDoors])
    for (const door of doors(clear)) consider(door)
}
