export {
  type Attribute,
  attributes,
  type Harm,
  harms,
  isAttribute,
  type Kindness,
  kindnesses,
} from './attributes.ts'
export { type Features, features, TOKENS_AT_MOST } from './quick/features.ts'
export type { Reading, Span } from './reading.ts'
export { type Normalised, normalise } from './text/normalise.ts'
