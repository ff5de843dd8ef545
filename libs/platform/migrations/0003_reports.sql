-- Report runs are owned here; the queue only wakes workers.
create schema report;
revoke all on schema report from public;

create table report.run (
  association_id integer not null,
  run_id text collate "C" not null,
  -- SHA-256 of what was ordered, to tell the same order again from another under the same key.
  order_hash text not null,
  report_type text not null,
  period text not null,
  position bigint not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
  -- Fencing: only the worker that holds the latest attempt may finish the run.
  attempt integer not null default 0,
  lease_until timestamptz,
  failure text,
  ordered_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (association_id, run_id)
);
create index run_unfinished on report.run (association_id, ordered_at) where status in ('queued', 'running');

create table report.document (
  association_id integer not null,
  run_id text collate "C" not null,
  format text not null check (format in ('json', 'html')),
  body text not null,
  sha256 text not null,
  primary key (association_id, run_id, format),
  foreign key (association_id, run_id) references report.run
);

grant usage on schema report to {{association}}, {{dispatcher}};
grant select, insert, update on report.run to {{association}};
grant select, insert on report.document to {{association}};
grant select (association_id, run_id, status, attempt, lease_until, ordered_at) on report.run to {{dispatcher}};

-- What crosses between associations, or to the nation, crosses here: written by the sender's projector.
create schema exchange;
revoke all on schema exchange from public;
create table exchange.message (
  association_id integer not null,
  receiver text collate "C" not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  -- The sender's position: a later message under the same key replaces an earlier one, never the other way.
  position bigint not null,
  body json not null,
  primary key (association_id, receiver, kind, key)
);
alter table exchange.message enable row level security;
alter table exchange.message force row level security;
create policy sender on exchange.message to {{association}} using (true) with check (true);
create policy nation on exchange.message for select to {{national}} using (receiver = 'national');
grant usage on schema exchange to {{association}}, {{national}};
grant select, insert, update on exchange.message to {{association}};
grant select on exchange.message to {{national}};
