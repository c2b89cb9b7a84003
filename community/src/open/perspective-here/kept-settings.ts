import { keptFor } from '../../foundation/index.ts'
import { readPerspective } from './store.ts'

/** The settings of a community for each of its calls. As long as a community itself is kept: so late another server hears. */
export const settingsHere = keptFor(2_000, readPerspective)
