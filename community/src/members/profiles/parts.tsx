import { Sort } from '../../foundation/index.ts'

/** The face of a member: their picture, or initials. It says nothing that the name beside it does not. */
export function Face({ id, name, pictureId }: { id: string; name: string; pictureId: string | null }) {
  if (!pictureId) return <Sort id={id} name={name} />
  return (
    <img
      class="sort"
      src={pictureUrl(pictureId)}
      alt=""
      width="40"
      height="40"
      loading="lazy"
      decoding="async"
    />
  )
}

/** Where a member's picture is fetched. */
export function pictureUrl(pictureId: string): string {
  return `/files/${pictureId}`
}
