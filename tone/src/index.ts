export {
  type Attribute,
  attributes,
  type Harm,
  harms,
  isAttribute,
  type Kindness,
  kindnesses,
} from './attributes.ts'
export { CAREFUL_TEXT_AT_MOST } from './careful/ask.ts'
export type { CarefulReader } from './careful/careful-reader.ts'
export { type LoadOptions, loadCareful } from './careful/load-careful.ts'
export { OWN_PIECES, Pieces } from './careful/pieces.ts'
export { type CarefulOptions, readCarefully } from './careful/read-carefully.ts'
export { loadCrisis } from './crisis/load.ts'
export type { CrisisModel } from './crisis/model.ts'
export {
  CRISIS_TEXT_AT_MOST,
  type CrisisOptions,
  type CrisisReading,
  readCrisis,
} from './crisis/read-crisis.ts'
export type { Review } from './crisis/review.ts'
export { ToneError, type ToneErrorCode } from './error.ts'
export { type InItsLanguageOptions, readInItsLanguage } from './in-its-language.ts'
export type { Language } from './language/language.ts'
export { loadQuick, type ModelSource } from './load.ts'
export { languages, languageToLoad, loadLanguage } from './load-language.ts'
export {
  type Found,
  type Own,
  type PersonalKind,
  type PersonalOptions,
  personalData,
  personalKinds,
} from './personal/index.ts'
export { Bag } from './quick/bag.ts'
export { type FeatureContext, type Features, features, TOKENS_AT_MOST } from './quick/features.ts'
export type { QuickModel } from './quick/model.ts'
export { type Context, type ReadOptions, read, TEXT_AT_MOST } from './read.ts'
export type { Reading, Scores, Span, Why } from './reading.ts'
export { type Acceptable, acceptable } from './rephrase/made-elsewhere.ts'
export { type Change, type Move, moves, type Suggestion } from './rephrase/moves.ts'
export {
  mayBeRephrased,
  REPHRASE_TEXT_AT_MOST,
  type RephraseOptions,
  rephrase,
  rephraseCarefully,
  rephraseCarefullyWith,
  rephraseWith,
} from './rephrase/rephrase.ts'
export { sentences } from './sentences.ts'
export { type Normalised, normalise } from './text/normalise.ts'
export { type Forecast, forecast } from './thread/forecast.ts'
export { type Turn, turnOf } from './thread/turn.ts'
