/** A draft as it lies on this device. It is never sent anywhere but as the form it belongs to. */
export interface Draft {
  at: number
  /** The page to write on, and what it is called there. */
  href: string
  label: string
  fields: Record<string, string>
  ticked: Record<string, string[]>
  /** Until when its author lets it wait. */
  until?: number
}

const PREFIX = 'kindling draft '
/** The draft whose form was sent last in this window; gone once a page says that it arrived. */
const SENT = 'kindling sent'
const KEPT_DAYS = 90

// Storage may be full, forbidden or absent; then nothing is kept and writing goes on.
function tried<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

export function readDraft(key: string): Draft | undefined {
  const text = tried(() => localStorage.getItem(PREFIX + key))
  const draft = text ? tried(() => JSON.parse(text) as Draft) : undefined
  return draft && draft.at > Date.now() - KEPT_DAYS * 86_400_000 ? draft : undefined
}

/** @returns false where this device keeps nothing */
export function keepDraft(key: string, draft: Draft): boolean {
  return tried(() => localStorage.setItem(PREFIX + key, JSON.stringify(draft)) ?? true) ?? false
}

export function dropDraft(key: string): void {
  tried(() => localStorage.removeItem(PREFIX + key))
}

/** Every draft of one member here but those named, youngest first; what is too old is cleared away. */
export function draftsOf(member: string, except: ReadonlySet<string>): Draft[] {
  const keys = tried(() => Object.keys(localStorage)) ?? []
  const drafts: Draft[] = []
  for (const name of keys.filter((one) => one.startsWith(PREFIX))) {
    const key = name.slice(PREFIX.length)
    const draft = readDraft(key)
    if (!draft) dropDraft(key)
    else if (key.startsWith(`${member} `) && !except.has(key)) drafts.push(draft)
  }
  return drafts.sort((one, other) => other.at - one.at)
}

/** Takes every draft of one member off this device, and how far they read. */
export function dropDraftsOf(member: string): void {
  const keys = tried(() => Object.keys(localStorage)) ?? []
  const theirs = [`${PREFIX}${member} `, `kindling read ${member} `]
  for (const key of keys)
    if (theirs.some((begin) => key.startsWith(begin))) tried(() => localStorage.removeItem(key))
}

/** Remembers which draft is on its way. */
export function noteSending(key: string): void {
  tried(() => sessionStorage.setItem(SENT, key))
}

/** After a page that says "it is here": the draft that was sent is no longer needed. */
export function dropSent(): void {
  const key = tried(() => sessionStorage.getItem(SENT))
  if (!key) return
  tried(() => sessionStorage.removeItem(SENT))
  dropDraft(key)
}
