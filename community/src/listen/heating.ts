import type { House, Viewer } from '../foundation/index.ts'

/** Whether a thread heats up, for somebody who may read it. */
export type Heating = (house: House, viewer: Viewer, postId: string) => Promise<boolean>

declare module '../foundation/feature.ts' {
  interface Feature {
    /** Knows of threads that heat up. */
    heating?: Heating
  }
}

/** Whether anything in the house knows this thread to heat up. */
export async function isHeating(house: House, viewer: Viewer, postId: string): Promise<boolean> {
  for (const { heating } of house.features) if (await heating?.(house, viewer, postId)) return true
  return false
}
