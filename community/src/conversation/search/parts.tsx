import type { PageContext } from '../../foundation/index.ts'
import type { MemberView } from '../../members/index.ts'
import type { Space } from '../../spaces/index.ts'
import { authorName } from '../need-words.ts'
import { replyPlace } from '../places.ts'
import type { Piece } from './excerpt.ts'
import type { FoundEntry } from './read-found.ts'
import { searchWords as w } from './words.ts'

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
}

/** One entry that was found. An answer leads to its place in the thread. */
export function FoundRow({ page, found }: { page: PageContext; found: FoundEntry }) {
  const lang = found.language === page.t.language.tag ? undefined : found.language
  const name = authorName(page, found.author)
  return (
    <article class="row">
      <p class="side">
        <b>{found.space.name}</b>
        <br />
        <time datetime={found.writtenAt.toISOString()}>{page.time.day(found.writtenAt)}</time>
      </p>
      <div class="main tight" lang={lang} dir={lang ? 'auto' : undefined}>
        <h3 class="title">
          <a href={found.isReply ? replyPlace(found.postId, found.id) : `/posts/${found.postId}`}>
            <Pieces pieces={found.title} />
          </a>
        </h3>
        <p>
          <Pieces pieces={found.excerpt} />
        </p>
      </div>
      <p class="side ask">{found.isReply ? page.t(w.anAnswer, { name }) : name}</p>
    </article>
  )
}

/** People and spaces whose names fit, above what was written. */
export function NamedRows({
  page,
  people,
  spaces,
}: {
  page: PageContext
  people: readonly MemberView[]
  spaces: readonly Space[]
}) {
  return (
    <>
      {people.length > 0 && (
        <section class="row">
          <h2 class="side">{page.t(w.people)}</h2>
          <ul class="main acts named">
            {people.map(({ handle, name }) => (
              <li>
                <a class="act" href={`/members/${handle}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {spaces.length > 0 && (
        <section class="row">
          <h2 class="side">{page.t(w.spaces)}</h2>
          <ul class="main acts named">
            {spaces.map(({ slug, name }) => (
              <li>
                <a class="act" href={`/spaces/${slug}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
