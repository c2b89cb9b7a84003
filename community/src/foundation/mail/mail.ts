import { createTransport, type TransportOptions } from 'nodemailer'
import type { Config } from '../../config/index.ts'
import type { Db } from '../database/connect.ts'
import { KindlingError } from '../errors/kindling-error.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import type { Letter } from './letter.ts'
import { clearLetters, failedLetters, keepLetter, settle } from './store.ts'
import { mailErrors } from './words.ts'

export interface Mail {
  /** False: no mail server is configured, and letters wait on the outbox page. */
  readonly works: boolean
  /**
   * Hands a letter over, or keeps it where no mail server is configured. Returns without waiting for
   * the mail server; what that refuses is kept and tried again.
   */
  send(letter: Letter): Promise<void>
  /**
   * Sends and waits, for the test letter of set-up.
   * @throws KindlingError `mail_refused`, `mail_not_configured`
   */
  sendNow(letter: Letter): Promise<void>
  /** Tries kept letters again, and clears old ones. For a job. */
  retry(): Promise<number>
  /** Waits for letters on their way. */
  close(): Promise<void>
}

export interface MailParts {
  db: Db
  config: Config
  log: Log
  clock: Clock
}

const MOST_ATTEMPTS = 12
const KEEP_DAYS = 30

function sender(config: Config): string {
  return config.mailFrom ?? `kindling@${new URL(config.url).hostname}`
}

function makeTransport(config: Config) {
  const given = {
    url: config.smtp,
    pool: true,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  }
  return createTransport({ ...given, disableFileAccess: true, disableUrlAccess: true } as TransportOptions)
}

function message(letter: Letter, from: string) {
  const list = letter.listUnsubscribe
  return {
    from,
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(list
        ? { 'List-Unsubscribe': `<${list}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  }
}

/** Sends letters by SMTP where it is configured, and keeps what nobody took. */
export function makeMail({ db, config, log, clock }: MailParts): Mail {
  const transport = config.smtp ? makeTransport(config) : undefined
  const from = sender(config)
  const onTheirWay = new Set<Promise<void>>()

  const deliver = async (letter: Letter): Promise<void> => {
    try {
      await transport!.sendMail(message(letter, from))
    } catch (error) {
      // The code of the mail server's answer; its text would name the receiver.
      log.error('letter_refused', {
        code: String(
          (error as { responseCode?: number; code?: string }).responseCode ??
            (error as { code?: string }).code,
        ),
      })
      throw error
    }
  }

  const deliverOrKeep = async (letter: Letter): Promise<void> => {
    try {
      await deliver(letter)
    } catch {
      await keepLetter(db, letter, clock.now(), true).catch((error: Error) =>
        log.error('letter_lost', { name: error.name }),
      )
    }
  }

  return {
    works: transport !== undefined,
    async send(letter) {
      if (!transport) return keepLetter(db, letter, clock.now(), false)
      const sending = deliverOrKeep(letter)
      onTheirWay.add(sending)
      void sending.finally(() => onTheirWay.delete(sending))
    },
    async sendNow(letter) {
      if (!transport)
        throw new KindlingError('mail_not_configured', mailErrors.mailNotConfigured, { status: 409 })
      try {
        await deliver(letter)
      } catch (cause) {
        throw new KindlingError('mail_refused', mailErrors.mailRefused, { status: 409, cause })
      }
    },
    async retry() {
      await clearLetters(db, new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000))
      if (!transport) return 0
      return db.transaction().execute(async (trx) => {
        let sent = 0
        for (const row of await failedLetters(trx, 20, MOST_ATTEMPTS)) {
          const letter: Letter = {
            communityId: row.community_id,
            to: row.to_address,
            subject: row.subject,
            text: row.body_text,
            html: row.body_html ?? undefined,
            listUnsubscribe: row.list_unsubscribe ?? undefined,
          }
          const gone = await deliver(letter).then(
            () => true,
            () => false,
          )
          if (gone) sent++
          await settle(trx, row, gone, clock.now())
        }
        return sent
      })
    },
    async close() {
      await Promise.allSettled(onTheirWay)
      transport?.close()
    },
  }
}
