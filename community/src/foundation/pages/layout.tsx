import type { Child } from 'hono/jsx'
import { raw } from '#jsx/jsx-runtime'
import { isMember } from '../http/viewer.ts'
import type { PageContext } from './context.ts'
import { Icon, type IconName, iconSprite } from './icons.tsx'
import { pageWords as w } from './words.ts'

export interface LayoutProps {
  page: PageContext
  /** Browser title without the community's name. Empty on the front page. */
  title: string
  /** Pictures used on this page besides the mark. */
  icons?: readonly IconName[]
  /** Kept out of search engines. */
  unlisted?: boolean
  /** Script entries by logical name; each makes a page better that works without it. */
  scripts?: readonly string[]
  /** The front page shows its name large, so the masthead shows the mark alone. */
  quietName?: boolean
  description?: string
  /** An Atom feed of what this page shows. */
  feed?: { href: string; title: string } | undefined
  children?: Child
}

const doctype = raw('<!doctype html>')

function Masthead({ page, quietName }: { page: PageContext; quietName: boolean }) {
  const here = page.path.split('?')[0]!
  const items = page.house.navigation.map((entry) => entry.item(page)).filter((entry) => entry !== undefined)
  return (
    <header class="top">
      <a class="name" href="/">
        <Icon name="kindling" />
        {quietName ? <span class="vh">{page.community.name}</span> : page.community.name}
      </a>
      <nav aria-label={page.t(w.main)}>
        <ul>
          {items.map(({ href, label, mark }) => (
            <li>
              <a href={href} aria-current={here === href.split('?')[0] ? 'page' : undefined}>
                {label}
                {mark && (
                  <span class="fresh" hidden={!mark.shown} data-mark={mark.topic}>
                    <span class="vh"> {mark.said}</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Foot({ page }: { page: PageContext }) {
  return (
    <footer class="foot">
      <p>
        {page.t(w.trouble)} <a href="/help">{page.t(w.help)}</a>
      </p>
      <a href="/guidelines">{page.t(w.howWeTalk)}</a>
      {isMember(page.viewer) && <a href="/settings/attention">{page.t(w.justConversation)}</a>}
    </footer>
  )
}

/** The sheet every page is printed on. */
export function Layout(props: LayoutProps) {
  const { page, title } = props
  const { tag, direction } = page.t.language
  const { assets } = page.house
  return (
    <>
      {doctype}
      <html lang={tag} dir={direction}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title ? `${title} · ${page.community.name}` : page.community.name}</title>
          {props.description && <meta name="description" content={props.description} />}
          {props.unlisted && <meta name="robots" content="noindex" />}
          {props.feed && (
            <link
              rel="alternate"
              type="application/atom+xml"
              href={props.feed.href}
              title={props.feed.title}
            />
          )}
          <meta name="theme-color" content="#f6f1e5" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#1b1a17" media="(prefers-color-scheme: dark)" />
          <link rel="icon" href="/favicon.ico" />
          <link
            rel="preload"
            href={assets.url('fonts/radio-canada.woff2')}
            as="font"
            type="font/woff2"
            crossorigin=""
          />
          <link rel="stylesheet" href={assets.url('style.css')} />
          {props.scripts?.map((name) => (
            <script type="module" src={assets.url(`${name}.js`)} />
          ))}
        </head>
        <body>
          {iconSprite(['kindling', ...(props.icons ?? [])])}
          <a class="skip" href="#page">
            {page.t(w.skip)}
          </a>
          <Masthead page={page} quietName={props.quietName ?? false} />
          <main id="page">{props.children}</main>
          <Foot page={page} />
        </body>
      </html>
    </>
  )
}
