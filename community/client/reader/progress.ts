/** What somebody read of each entry of one thread: those of its blocks that stood before them for a moment. */
type Read = Record<string, number[]>

const PREFIX = 'kindling read '
/** Threads that are remembered on a device; then the oldest is forgotten. */
const THREADS_AT_MOST = 200
/** What stands in view for so long, in milliseconds, counts as read. */
const GLANCE = 600

interface Kept {
  at: number
  read: Read
}

function fetchKept(name: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | undefined
  } catch {
    return undefined
  }
}

/** Storage may be full, forbidden or absent: then it is known until the page is left. */
function keep(name: string, read: Read): void {
  try {
    localStorage.setItem(name, JSON.stringify({ at: Date.now(), read } satisfies Kept))
    const names = Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))
    if (names.length <= THREADS_AT_MOST) return
    const oldest = names.sort((one, other) => (fetchKept(one)?.at ?? 0) - (fetchKept(other)?.at ?? 0))
    for (const one of oldest.slice(0, names.length - THREADS_AT_MOST)) localStorage.removeItem(one)
  } catch {
    // Reading goes on.
  }
}

/** What was kept of an entry; what an older version kept is read anew. */
const readOf = (read: Read, id: string): number[] => (Array.isArray(read[id]) ? read[id] : [])

const blocksOf = (article: Element): Element[] => [...(article.querySelector('.words')?.children ?? [])]

/** Follows what somebody reads in a thread, on this device alone. */
export class Progress {
  readonly #name: string
  readonly #read: Read
  readonly #waiting = new Map<Element, ReturnType<typeof setTimeout>>()

  /** @param whose the member and the thread: a device may be shared */
  constructor(whose: string) {
    this.#name = PREFIX + whose
    this.#read = fetchKept(this.#name)?.read ?? {}
    const observer = new IntersectionObserver((seen) => this.#look(seen), { threshold: 0.2 })
    const follow = (article: Element): void => {
      for (const block of blocksOf(article)) observer.observe(block)
    }
    for (const article of document.querySelectorAll('article[id]')) follow(article)
    // Answers that come while the page is open.
    const arrivals = new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element && node.matches('article[id]')) follow(node)
    })
    const page = document.getElementById('page')
    if (page) arrivals.observe(page, { childList: true })
  }

  #look(seen: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      clearTimeout(this.#waiting.get(target))
      if (isIntersecting)
        this.#waiting.set(
          target,
          setTimeout(() => this.#add(target), GLANCE),
        )
    }
  }

  #add(block: Element): void {
    const article = block.closest('article[id]')!
    const at = blocksOf(article).indexOf(block)
    const read = readOf(this.#read, article.id)
    if (read.includes(at)) return
    this.#read[article.id] = [...read, at]
    keep(this.#name, this.#read)
  }

  /** The first block of an entry that was not read yet; nothing where all of it was. */
  nextOf(article: Element): HTMLElement | undefined {
    const read = readOf(this.#read, article.id)
    return blocksOf(article).find((_, at) => !read.includes(at)) as HTMLElement | undefined
  }
}
