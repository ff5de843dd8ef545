-- What the database was last migrated by, told by one number (src/databases/fingerprint.ts).
create table migration.state (only_row boolean primary key check (only_row), fingerprint text not null);
