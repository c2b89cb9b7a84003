import { defineSlot } from '../foundation/index.ts'

/** Beside requests of a member: what else waits there of people they have not talked with. Keyed by member id. */
export const besideRequests = defineSlot<{ id: string }>('messages.beside-requests')
