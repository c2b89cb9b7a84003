import { migration } from '../../foundation/index.ts'
import { stemmers } from './languages.ts'
import { MARKS, UNSPACED } from './pairs.ts'

const cases = Object.entries(stemmers).map(
  ([tag, name]) => `when '${tag}' then 'pg_catalog.${name}'::regconfig`,
)

/**
 * One row for everything that can be found, posts and answers together: a list by time that is walked
 * newest first, and words that a new answer does not rewrite. Kept by triggers, so that imports, edits and
 * moves cannot forget it. What was deleted or hidden has no row; where a name was left away, no author.
 *
 * Two lexemes that no word can be stand in `words` too: "~english", because each entry is read by its own
 * language only, and its month, "~203006", so that an old word is looked for in one stretch of time after
 * the other. GIN cannot lead with community_id; see docs/decisions.
 */
export const searchMigrations = [
  migration(
    'conversation-search-001',
    `create function search_configuration(tag text) returns regconfig language sql immutable parallel safe as $$
      select case split_part(lower(tag), '-', 1) ${cases.join(' ')} else 'pg_catalog.simple'::regconfig end $$`,
    `create function search_pairs(run text) returns text language sql immutable parallel safe as $$
      select ' ' || string_agg(substr(run, i, 2), ' ' order by i) || ' ' from generate_series(1, length(run)) i $$`,
    `create function search_text(given text) returns text language sql immutable parallel safe as $$
      select case when given ~ '^[\\x01-\\x7f]*$' then given
        when plain ~ '[${UNSPACED}]' then (
          select string_agg(case when m[1] is null then m[2] else search_pairs(m[1]) end, '' order by n)
          from regexp_matches(plain, '([${UNSPACED}]+)|([^${UNSPACED}]+)', 'g') with ordinality as found (m, n))
        else plain end
      from (select regexp_replace(normalize(given, nfc), '[${MARKS}\\U0001f000-\\U0001faff]', ' ', 'g') as plain) p $$`,
    `create function search_words(tag text, title text, body text, written timestamptz) returns tsvector language sql immutable parallel safe as $$
      select setweight(to_tsvector(configuration, search_text(title)), 'A') || to_tsvector(configuration, search_text(body))
        || array_to_tsvector(array['~' || search_name(configuration), '~' || to_char(written at time zone 'UTC', 'YYYYMM')])
      from (select search_configuration(tag) as configuration) c $$`.replace(
      'search_name(configuration)',
      `replace(configuration::text, 'pg_catalog.', '')`,
    ),
    `create table search_entries (
      community_id uuid not null,
      entry_id uuid not null,
      is_reply boolean not null,
      space_id uuid not null,
      author_id uuid,
      written_at timestamptz not null,
      words tsvector not null,
      primary key (community_id, entry_id))`,
    'create index search_entries_newest on search_entries (community_id, written_at desc, entry_id desc)',
    'create index search_entries_posts on search_entries (community_id, written_at desc, entry_id desc) where not is_reply',
    'create index search_entries_space on search_entries (community_id, space_id, written_at desc, entry_id desc)',
    'create index search_entries_author on search_entries (community_id, author_id, written_at desc, entry_id desc) where author_id is not null',
    // Without a list of waiting words: every search would have to read through it.
    'create index search_entries_words on search_entries using gin (words) with (fastupdate = off)',
    // The words of a common row are a kilobyte; statistics over them would cost more than they tell.
    'alter table search_entries alter column words set statistics 0',
    `create table search_languages (community_id uuid not null, configuration text not null, primary key (community_id, configuration))`,
    `create function search_keep(entry record, reply boolean, space uuid, title text) returns void language plpgsql as $$
      begin
        if entry.deleted_at is not null or entry.hidden_at is not null then
          delete from search_entries e where e.community_id = entry.community_id and e.entry_id = entry.id;
          return;
        end if;
        insert into search_entries (community_id, entry_id, is_reply, space_id, author_id, written_at, words)
        values (entry.community_id, entry.id, reply, space, case when entry.unnamed then null else entry.author_id end, entry.created_at,
          search_words(entry.language, title, entry.body, entry.created_at))
        on conflict (community_id, entry_id) do update
          set space_id = excluded.space_id, author_id = excluded.author_id, written_at = excluded.written_at, words = excluded.words;
        if not exists (select from search_languages l where l.community_id = entry.community_id
            and l.configuration = replace(search_configuration(entry.language)::text, 'pg_catalog.', '')) then
          insert into search_languages values (entry.community_id, replace(search_configuration(entry.language)::text, 'pg_catalog.', ''))
          on conflict do nothing;
        end if;
      end $$`,
    `create function search_keep_post() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          delete from search_entries e where e.community_id = old.community_id and e.entry_id = old.id;
          return null;
        end if;
        perform search_keep(new, false, new.space_id, new.title);
        if tg_op = 'UPDATE' and new.space_id <> old.space_id then
          update search_entries e set space_id = new.space_id from replies r
          where r.community_id = new.community_id and r.post_id = new.id and e.community_id = r.community_id and e.entry_id = r.id;
        end if;
        return null;
      end $$`,
    `create function search_keep_reply() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          delete from search_entries e where e.community_id = old.community_id and e.entry_id = old.id;
          return null;
        end if;
        perform search_keep(new, true, p.space_id, '') from posts p where p.community_id = new.community_id and p.id = new.post_id;
        return null;
      end $$`,
    `create trigger posts_search after insert or delete or update of space_id, author_id, unnamed, title, body, language, created_at, deleted_at, hidden_at
      on posts for each row execute function search_keep_post()`,
    `create trigger replies_search after insert or delete or update of author_id, unnamed, body, language, created_at, deleted_at, hidden_at
      on replies for each row execute function search_keep_reply()`,
    // What was written before there was a search.
    'update posts set body = body',
    'update replies set body = body',
  ),
]
