import { defineSlot } from '../foundation/index.ts'

/** Among the ways on at the foot of one's keepsakes. Keyed by member id. */
export const besideKeepsakes = defineSlot<{ id: string }>('thanks.beside-keepsakes')
