import { migration } from '../foundation/index.ts'

export const mendMigrations = [
  migration(
    'mend-001-cases',
    `create table cases (
      community_id uuid not null, id uuid not null, space_id uuid not null, post_id uuid not null, reply_id uuid,
      entry_id uuid not null, author_id uuid not null, said text not null default '', state text not null,
      version integer not null default 0, opened_at timestamptz not null, decided_at timestamptz, asked_at timestamptz,
      primary key (community_id, id))`,
    `create unique index cases_open on cases (community_id, entry_id) where state = 'open'`,
    `create index cases_waiting on cases (community_id, state, opened_at) where state in ('open', 'hidden')`,
    'create index cases_by_entry on cases (community_id, entry_id, id desc)',
    `create table reports (
      community_id uuid not null, case_id uuid not null, reporter_id uuid not null, id uuid not null, wish text not null,
      note text not null default '', created_at timestamptz not null, answered_at timestamptz,
      primary key (community_id, case_id, reporter_id))`,
    'create index reports_by_reporter on reports (community_id, reporter_id, id desc)',
    'create index reports_unanswered on reports (community_id, created_at) where answered_at is null',
    `create table decisions (
      community_id uuid not null, case_id uuid not null, id uuid not null, decided_by uuid not null, what text not null,
      reason text not null default '', to_reporter text not null default '', decided_at timestamptz not null,
      primary key (community_id, case_id, id))`,
    `create table case_words (
      community_id uuid not null, case_id uuid not null, id uuid not null, kind text not null, words text not null default '',
      created_at timestamptz not null,
      primary key (community_id, case_id, id))`,
  ),
  migration(
    'mend-002-everything',
    `alter table cases add column kind text not null default 'entry', add column other_id uuid,
      add column guarded boolean not null default false,
      alter column space_id drop not null, alter column post_id drop not null`,
    `create table case_lines (
      community_id uuid not null, case_id uuid not null, id uuid not null, author_id uuid not null, html text not null,
      language text not null default 'en', said_at timestamptz not null, reported boolean not null,
      primary key (community_id, case_id, id))`,
    // Sentences for the spotlight that stewards were asked to look at before there were cases about them.
    `insert into cases (community_id, id, kind, entry_id, author_id, other_id, state, opened_at)
      select community_id, id, 'spotlight-words', id, writer_id, about_id, 'open', reported_at
      from spotlight_words where reported_at is not null`,
    `insert into case_lines (community_id, case_id, id, author_id, html, said_at, reported)
      select community_id, id, id, writer_id, '<p class="keep-lines">'
        || replace(replace(replace(words, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</p>', written_at, true
      from spotlight_words where reported_at is not null`,
    `insert into reports (community_id, case_id, reporter_id, id, wish, created_at)
      select community_id, id, about_id, id, 'note', reported_at from spotlight_words where reported_at is not null`,
    'update spotlight_words set reported_at = null where reported_at is not null',
    // Copies of what is over are looked for every night.
    "create index cases_over on cases (community_id, decided_at) where kind <> 'entry'",
  ),
  migration(
    'mend-003-own-notes',
    `create table own_notes (
      community_id uuid not null, member_id uuid not null, id uuid not null, kind text not null, words_id uuid not null,
      author_id uuid not null, note text not null default '', href text not null, noted_at timestamptz not null,
      primary key (community_id, member_id, id))`,
  ),
]
