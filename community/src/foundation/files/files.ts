/** Where pictures lie: bytes by id, nothing else. Who may see them is decided before asking. */
export interface Files {
  put(id: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is none. */
  read(id: string): Promise<Uint8Array | undefined>
  /** Deleting what is not there is fine. */
  delete(id: string): Promise<void>
}
