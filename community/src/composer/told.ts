// Browsers use this file as well.

/** Addresses of what browsers read with. */
export interface ReadersAt {
  quick: string
  careful: string
  worker: string
  /** Models of other languages, by tag. */
  languages: Record<string, string>
}

/** What a writing form tells the script of the pause: where the readers lie, and what to say in the page's language. */
export interface PauseTold extends ReadersAt {
  /** With \u0001 where the time goes. */
  waiting: string
  waited: string
}
