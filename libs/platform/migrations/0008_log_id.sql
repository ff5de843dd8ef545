-- A column that was added after its table was isolated: of it, too, there are no estimates.
alter table log.head alter log_id set statistics 0;
