import { FeedbackBeside, FeedbackButton, PauseBeside } from '../composer/index.ts'
import {
  type FieldErrors,
  type Filled,
  type House,
  isId,
  isMember,
  type PageContext,
  Tick,
  type Typed,
} from '../foundation/index.ts'
import { personIn } from './answered.ts'
import { draftOf, PictureFields, WritingEnd } from './composer-parts.tsx'
import { type Heat, HeatBeside, saysHint } from './heat/index.ts'
import { authorName, needText } from './need-words.ts'
import { entryPolicy, factsOf } from './policy.ts'
import type { TopicPage } from './read-topic.ts'
import { type AnswerItem, aboveAnswer } from './slots.ts'
import type { PostView } from './views.ts'
import { conversationWords as w } from './words.ts'

/** An answer being written: what was typed so far, what was wrong with it, what it answers. */
export interface Answering {
  typed?: Typed
  errors?: FieldErrors | undefined
  /** The reply it answers. */
  to?: string | undefined
  /** The words it begins with, because somebody quotes. */
  quote?: string | undefined
}

/** What stands above the box: loaded with the thread. */
export interface AboveAnswer {
  filled: Filled<AnswerItem>
  item: AnswerItem
}

/** What higher floors put above the box, for who may answer; nothing for others. */
export async function loadAbove(
  house: House,
  page: PageContext,
  { post, replies }: TopicPage,
  to: string | undefined,
  heat: Heat,
): Promise<AboveAnswer | undefined> {
  if (!entryPolicy.reply(page.viewer, factsOf(post))) return undefined
  const item = { post, replies, to, heating: heat.heating, spoken: saysHint(heat) }
  return { item, filled: await house.slots.load(aboveAnswer, house, page, [item]) }
}

function whoReads(page: PageContext, post: PostView): string {
  const { visibility, name } = post.space
  const phrase =
    visibility === 'public'
      ? w.whoReadsPublic
      : visibility === 'members'
        ? w.whoReadsMembers
        : w.whoReadsInvited
  return page.t(phrase, { space: name })
}

interface AnswerProps {
  page: PageContext
  topic: TopicPage
  answering: Answering
  heat: Heat
  above: AboveAnswer | undefined
}

function BodyField({
  page,
  topic,
  answering,
}: {
  page: PageContext
  topic: TopicPage
  answering: Answering
}) {
  const parent = topic.replies.find((reply) => reply.id === answering.to)
  const error = answering.errors?.body
  const label = parent
    ? page.t(w.yourAnswerTo, { name: authorName(page, parent.author) })
    : page.t(w.yourAnswer)
  return (
    <div class="set">
      <label
        for="f-body"
        data-answer-label
        data-plain={page.t(w.yourAnswer)}
        data-named={page.t(w.yourAnswerTo, { name: '\u0001' })}
      >
        {label}
      </label>
      {error && (
        <p class="wrong" id="f-body-error">
          {error}
        </p>
      )}
      <textarea
        id="f-body"
        name="body"
        rows={4}
        aria-describedby={error ? 'f-body-error' : undefined}
        aria-invalid={error ? 'true' : undefined}
        data-quoted={answering.quote ? 'yes' : undefined}
      >
        {`\n${answering.typed?.body ?? answering.quote ?? ''}`}
      </textarea>
    </div>
  )
}

function AnswerForm({ page, topic, answering, above, heat }: AnswerProps) {
  const { post } = topic
  const { typed, errors } = answering
  const to = answering.to && isId(answering.to) ? answering.to : ''
  return (
    <section class="row" id="answer">
      <p class="side">{whoReads(page, post)}</p>
      <form
        class="main"
        method="post"
        action={`/posts/${post.id}/replies`}
        enctype="multipart/form-data"
        {...draftOf(
          page,
          `answer-${post.id}`,
          page.t(w.draftFor, { title: post.title }),
          `/posts/${post.id}#answer`,
          typed,
        )}
      >
        {needText(page, post) && <p class="house">{needText(page, post)}</p>}
        <HeatBeside page={page} topic={topic} heat={heat} />
        {above?.filled(post.id, above.item)}
        <BodyField page={page} topic={topic} answering={{ ...answering, to }} />
        <p class="hint" data-take-back hidden>
          {page.t(w.notReadYet)}{' '}
          <button class="act plain" type="button">
            {page.t(w.takeMeBack)}
          </button>
        </p>
        <PauseBeside
          page={page}
          fields={['body']}
          space={post.space.slug}
          person={personIn(page.viewer, topic.replies.find(({ id }) => id === to) ?? post)}
          typed={typed}
          heated={heat.heating}
          becomesEntry
        />
        <input type="hidden" name="to" value={to} />
        <FeedbackBeside page={page} field="body" />
        <PictureFields page={page} typed={typed} errors={errors} />
        {entryPolicy.replyUnnamed(page.viewer, post) && (
          <Tick
            name="unnamed"
            checked={typed ? typed.unnamed === 'yes' : true}
            errors={errors}
            label={
              <>
                {page.t(w.unnamedReply)}
                <span class="hint block">{page.t(w.unnamedReplyHint)}</span>
              </>
            }
          />
        )}
        <WritingEnd page={page} button={page.t(w.post)}>
          <FeedbackButton page={page} />
          <a class="act plain" href={`/posts/${post.id}#answer`} data-answer-post hidden={!to}>
            {page.t(w.answerPostInstead)}
          </a>
        </WritingEnd>
      </form>
    </section>
  )
}

function closedBecause(page: PageContext, post: PostView) {
  if (post.locked) return page.t(w.locked)
  if (post.space.archived) return page.t(w.archived)
  if (post.held) return page.t(w.heldNoAnswers)
  if (isMember(page.viewer)) return undefined
  const then = encodeURIComponent(`/posts/${post.id}#answer`)
  return page.t.rich(w.signInToAnswer, {
    link: (text) => <a href={`/sign-in?then=${then}`}>{text}</a>,
    join: (text) => <a href={`/join?then=${then}`}>{text}</a>,
  })
}

/** The place to answer, or why there is none. */
export function AnswerPlace(props: AnswerProps) {
  const { page, topic } = props
  const { post } = topic
  if (entryPolicy.reply(page.viewer, factsOf(post))) return <AnswerForm {...props} />
  const why = closedBecause(page, post)
  return why ? (
    <div class="row" id="answer">
      <p class="main house">{why}</p>
    </div>
  ) : null
}
