// Browsers use this file as well.

/** What a writing form tells the script of the pause: where the readers lie, and what to say in the page's language. */
export interface PauseTold {
  quick: string
  careful: string
  worker: string
  /** Addresses of the models of other languages, by tag. */
  languages: Record<string, string>
  /** With \u0001 where the time goes. */
  waiting: string
  waited: string
}
