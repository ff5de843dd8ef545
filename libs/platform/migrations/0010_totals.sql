-- Sums beside facts: of a table of totals an association may change the sums, and nothing else.
create or replace procedure ops.open_read_table(p_table regclass)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_changed text := (
    select string_agg(format('%I', attname), ', ') from pg_attribute
      where attrelid = p_table and attnum > 0 and not attisdropped and attname ~ '^(until|sum_[0-9]+)$');
begin
  execute format('revoke all on %s from {{association}}', p_table);
  execute format('grant select, insert on %s to {{association}}', p_table);
  if v_changed is not null then
    execute format('grant update (%s) on %s to {{association}}', v_changed, p_table);
  end if;
end $$;
