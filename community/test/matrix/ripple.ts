import { asLargeAs } from '../kit/writers.ts'
import type { Corner } from './corner.ts'

/** Everybody has their own, and there is no address of another's: whoever asks reads what was told to them. */
export const ripple: Corner = {
  routes: {
    'GET /ripple': 'snyyyyy',
    'GET /api/v1/ripple': 'snyyyyy',
  },
  async values(place) {
    await asLargeAs(place, 'house')
    return {}
  },
}
