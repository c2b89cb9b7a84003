export { type Found, type Own, type PersonalKind, type PersonalOptions, personalKinds } from './found.ts'
export { personalData } from './personal-data.ts'
