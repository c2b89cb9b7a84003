export {
  type AnyEndpoint,
  API_ROOT,
  apiLimits,
  type Call,
  cursorSchema,
  type Endpoint,
  endpoint,
  endpointsOf,
  type FormParts,
  fileSchema,
  handleSchema,
  hasScope,
  idSchema,
  limitSchema,
  makeApi,
  pageOf,
  type Scope,
  scopes,
  timeSchema,
  type Who,
} from './api/index.ts'
export { type Attending, attend } from './attend.ts'
export { type AuditEntry, type AuditLine, audit, auditMigration, readAudit } from './audit/audit.ts'
export {
  Communities,
  type Community,
  changeCommunity,
  communityMigrations,
  createCommunity,
  lockCommunities,
  type SignUp,
} from './communities/community.ts'
export {
  connect,
  type Database,
  type Db,
  type DbOrTrx,
  type Trx,
} from './database/connect.ts'
export { type Migration, migrate, migration } from './database/migrate.ts'
export { prepare, prepareAlone } from './database/prepare.ts'
export { reachDatabase } from './database/reach-database.ts'
export type { Tables } from './database/tables.ts'
export { KindlingError } from './errors/kindling-error.ts'
export { listenersOf } from './events/courier.ts'
export { deliverEvents } from './events/deliver.ts'
export { eventMigrations } from './events/migrations.ts'
export { type NewEvent, onRecorded, record, recordForPages, type StoredEvent } from './events/outbox.ts'
export { pruneEventsJob } from './events/prune-job.ts'
export { Wake } from './events/wake.ts'
export type { Api, App, Feature, Job, Listener } from './feature.ts'
export type { Files } from './files/files.ts'
export { FolderFiles, MemoryFiles } from './files/folder-files.ts'
export { PICTURE_BYTES, PICTURE_TYPES, type Picture, pictureType, preparePicture } from './files/picture.ts'
export {
  addFile,
  type FileRow,
  fileById,
  fileMigration,
  fileSizes,
  removeFile,
  removeFilesOf,
} from './files/store.ts'
export {
  type FieldErrors,
  type FormResult,
  fieldErrors,
  readForm,
  readTyped,
  readWhole,
  type Typed,
} from './forms/form.ts'
export { FormEnd } from './forms/form-end.tsx'
export { tidyLine } from './forms/tidy-line.ts'
export type { House } from './house.ts'
export { afterAnswer, answersSettled } from './http/after-answer.ts'
export { answerErrors } from './http/answer-errors.tsx'
export { bearerOf } from './http/bearer-of.ts'
export { fromThisMachine } from './http/from-this-machine.ts'
export { guardForms, refuseZeros, securityHeaders, WORKER_POLICY } from './http/guard.ts'
export {
  type AppContext,
  type AppEnv,
  forbidden,
  notFound,
  pageContext,
  permitted,
  requireMember,
  SignInNeeded,
  unfitting,
} from './http/request.ts'
export { show } from './http/show.ts'
export {
  isAdministrator,
  isMember,
  isSteward,
  type MemberViewer,
  type Role,
  type Viewer,
  visitor,
} from './http/viewer.ts'
export {
  english,
  inEnglish,
  type Language,
  makeTranslator,
  pseudo,
  type Translator,
} from './i18n/translator.ts'
export { allPhrases, type Phrase, words } from './i18n/words.ts'
export { fixedId, isId, lowestIdAt, newId, timeOfId } from './ids/uuid.ts'
export { BossJobs } from './jobs/boss.ts'
export type { EnqueueOptions, JobData, Jobs, Work } from './jobs/jobs.ts'
export { keptFor } from './kept-for.ts'
export { clientAddress } from './limits/client-address.ts'
export { clearLimits, limitMigrations, type Taken, type Taking, takeToken } from './limits/store.ts'
export { tooOften, waitSentence } from './limits/too-often.ts'
export { LiveHub } from './live/hub.ts'
export { LiveLine } from './live/parts.tsx'
export { liveRoutes } from './live/routes.ts'
export type { LiveMessage, LiveTopic } from './live/topic.ts'
export { type Log, makeLog } from './log/log.ts'
export { stackOf } from './log/stack-of.ts'
export { type Letter, type LetterParts, layOut } from './mail/letter.ts'
export { type Mail, makeMail } from './mail/mail.ts'
export { type KeptLetter, mailMigrations, recentLetters } from './mail/store.ts'
export { markChanges } from './markdown/mark-changes.ts'
export { plainWords } from './markdown/plain-words.ts'
export {
  mentionedHandles,
  type PictureSizes,
  pictureLine,
  picturesIn,
  plainExcerpt,
  renderFile,
  renderMarkdown,
} from './markdown/render.ts'
export {
  type Figure,
  Metrics,
  makeMetrics,
  observeRequests,
  observeRoutes,
  readiness,
} from './observe/index.ts'
export { Assets } from './pages/assets.ts'
export type { NavigationEntry, NavigationItem, PageContext, SettingsItem } from './pages/context.ts'
export { giftIcons, Icon, type IconName } from './pages/icons.tsx'
export { Layout, type LayoutProps } from './pages/layout.tsx'
export {
  type Choice,
  Choices,
  ErrorSummary,
  Field,
  Head,
  Note,
  Pager,
  Select,
  Tick,
  type Way,
  Ways,
} from './pages/parts.tsx'
export { initials, Sort } from './pages/sort.tsx'
export { hashOfSecret } from './secrets/hash-secret.ts'
export { keepSecret } from './secrets/keep-secret.ts'
export { openSealed, type SealedFor, sealSecret } from './secrets/seal-secret.ts'
export { defineSlot, type Fill, type Filled, fill, type Slot, Slots } from './slots/slots.ts'
export { type Clock, systemClock } from './time/clock.ts'
export { instantOf, isTimeZone, type LocalTime, localTime, zoneOffset } from './time/local-time.ts'
export { makeTimeTeller, type TimeTeller } from './time/show-time.ts'
export { upkeepJobs } from './upkeep-jobs.ts'
