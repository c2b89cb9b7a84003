import type { Child } from 'hono/jsx'
import { raw } from '#jsx/jsx-runtime'
import { PauseBeside } from '../composer/index.ts'
import { draftOf, WritingEnd } from '../conversation/index.ts'
import {
  type AppContext,
  type FieldErrors,
  Head,
  Layout,
  type MemberViewer,
  type PageContext,
  pageContext,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import { Face } from '../members/index.ts'
import { messagePolicy } from './policy.ts'
import type { MessageView } from './read-conversation.ts'
import type { Other } from './read-conversations.ts'
import { messageWords as w } from './words.ts'

/** What a member under 18 reads in place of any page of messages. */
export function showClosed(c: AppContext): Response {
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.closedTitle)} unlisted>
      <Head>{page.t(w.closedTitle)}</Head>
      <div class="row bare">
        <p class="main lead">{page.t(w.closedUnder18)}</p>
      </div>
    </Layout>,
    403,
  )
}

/** Pages of messages, for who may use them. */
export async function forUsers(
  c: AppContext,
  page: (viewer: MemberViewer) => Promise<Response>,
): Promise<Response> {
  const viewer = requireMember(c)
  return messagePolicy.use(viewer) ? page(viewer) : showClosed(c)
}

/** In the margin of a list: whose conversation it is, and when. */
export function OtherFace({ page, other, at }: { page: PageContext; other: Other; at: Date }) {
  return (
    <div class="side who">
      <Face {...other} />
      <p>
        <time datetime={at.toISOString()}>{page.time.day(at)}</time>
      </p>
    </div>
  )
}

/** The words of a message as written, in their own language. */
export function MessageWords({ page, message }: { page: PageContext; message: MessageView }) {
  const lang = message.language === page.t.language.tag ? undefined : message.language
  return (
    <div class="words" lang={lang} dir="auto">
      {raw(message.html)}
    </div>
  )
}

/** "About Tomatoes". */
export function AboutLine({ page, about }: { page: PageContext; about: { title: string; href: string } }) {
  return (
    <p class="dim">
      {page.t.rich(
        w.aboutPost,
        { link: (title) => <a href={about.href}>{title}</a> },
        { title: about.title },
      )}
    </p>
  )
}

/**
 * A form in which a message is written: it waits for the pause as answers do, and is kept on this device until it was
 * sent.
 * @param fields names of the fields that are read
 * @param person whom it is for, by name
 */
export function MessageForm({
  page,
  action,
  fields,
  person,
  typed,
  errors,
  name,
  href,
  hidden = {},
  children,
}: {
  page: PageContext
  action: string
  fields: readonly string[]
  person: string
  typed: Typed
  errors: FieldErrors | undefined
  /** Of the draft on this device. */
  name: string
  /** Where one writes on. */
  href: string
  hidden?: Record<string, string | undefined>
  children?: Child
}) {
  const error = errors?.body
  return (
    <form
      class="main"
      method="post"
      action={action}
      {...draftOf(page, name, page.t(w.draftTo, { name: person }), href, typed)}
    >
      {Object.entries(hidden).map(([field, value]) =>
        value === undefined ? null : <input type="hidden" name={field} value={value} />,
      )}
      {children}
      <div class="set">
        <label for="f-body">{page.t(w.messageTo, { name: person })}</label>
        <p class="hint" id="f-body-hint">
          {page.t(w.noPictures)}
        </p>
        {error && (
          <p class="wrong" id="f-body-error">
            {error}
          </p>
        )}
        <textarea
          id="f-body"
          name="body"
          rows={5}
          aria-describedby={error ? 'f-body-hint f-body-error' : 'f-body-hint'}
          aria-invalid={error ? 'true' : undefined}
        >{`\n${typed.body ?? ''}`}</textarea>
      </div>
      <PauseBeside page={page} fields={fields} person={person} typed={typed} />
      <WritingEnd page={page} button={page.t(w.send)} />
    </form>
  )
}
