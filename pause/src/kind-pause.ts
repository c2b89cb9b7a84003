// The one script tag: defines the element as soon as it is loaded.
import { definePause } from './element.ts'

definePause()

export * from './index.ts'
