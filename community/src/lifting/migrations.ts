import { migration } from '../foundation/index.ts'

export const liftingMigrations = [
  migration(
    'lifting-001-marks',
    `create table reply_marks (
      community_id uuid not null, reply_id uuid not null, marker_id uuid not null, kind text not null,
      post_id uuid not null, writer_id uuid not null, nameless boolean not null, seldom boolean not null,
      created_at timestamptz not null,
      primary key (community_id, reply_id, marker_id, kind), check (marker_id <> writer_id))`,
    'create index reply_marks_thread on reply_marks (community_id, post_id)',
    'create index reply_marks_between on reply_marks (community_id, marker_id, writer_id, created_at desc) where not nameless',
    'create index reply_marks_writer on reply_marks (community_id, writer_id, created_at desc)',
    'create index reply_marks_lately on reply_marks (community_id, created_at desc)',
    'create table quoting_choices (community_id uuid not null, member_id uuid not null, quoting text not null, primary key (community_id, member_id))',
    `create table quoted_replies (
      community_id uuid not null, reply_id uuid not null, member_id uuid not null, created_at timestamptz not null,
      primary key (community_id, reply_id))`,
    'create index quoted_replies_member on quoted_replies (community_id, member_id)',
  ),
]
