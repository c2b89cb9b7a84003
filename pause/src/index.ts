export { definePause, KindPause } from './element.ts'
export type { PauseDetail, PauseEvent, PauseEventName } from './events.ts'
export type { Answer, Check } from './types.ts'
export { type Words, words } from './words.ts'
