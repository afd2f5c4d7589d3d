package io.familiarface.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupTest {
  private static final String COMPANY =
      """
      create extension pg_trgm;
      create table customer (
        id bigint generated always as identity primary key,
        "group" text not null default 'none; at all',
        name varchar(40) collate "C",
        price numeric(12, 2) check (price >= 0),
        words tsvector generated always as (to_tsvector('simple', coalesce(name, ''))) stored,
        photo bytea, said jsonb, tags text[], since timestamptz default now(),
        unique ("group", name)
      ) with (fillfactor = 70);
      create table visit (
        id uuid primary key, customer_id bigint not null references customer on delete cascade,
        at timestamptz not null, exclude using btree (at with =)
      );
      create index customer_name on customer using gin (name gin_trgm_ops);
      create unique index visit_to_come on visit (customer_id, at desc) where at > '2026-01-01';
      create statistics visit_by_customer on customer_id, at from visit;
      insert into customer (name, price, photo, said, tags)
      values (E'Dorothy\\t"D"\\n\\\\', 12.50, '\\x00ff', '{"a": [1, null]}', '{a,"b,c",null}'),
             ('Zoë', null, null, null, '{}');
      insert into visit values (gen_random_uuid(), 1, '2026-11-28 10:00:00.123456+00');
      """;

  private static final String ROWS =
      "select string_agg(t::text, E'\\n' order by t::text) from (select * from %s) t";

  @TempDir Path folder;

  @Test
  void a_restored_database_has_the_same_definitions_and_rows_and_goes_on_counting()
      throws Exception {
    PostgresDatabase from = TestDatabase.create("backup");
    Sql.execute(from, COMPANY);
    PostgresDatabase into = TestDatabase.create("restored");

    restore(write(from), into);

    for (String table : new String[] {"customer", "visit"}) {
      assertThat(Sql.ask(into, ROWS.formatted(table)))
          .isNotBlank()
          .isEqualTo(Sql.ask(from, ROWS.formatted(table)));
    }
    assertThat(definitions(into)).isNotBlank().isEqualTo(definitions(from));
    assertThat(Sql.ask(into, "insert into customer (name) values ('Ann') returning id"))
        .isEqualTo("3");
  }

  @Test
  void a_trigger_goes_along_and_has_not_run_again_for_the_rows_it_had_seen() throws Exception {
    PostgresDatabase from = TestDatabase.create("triggers");
    Sql.execute(
        from,
        """
        create table a (b int);
        create table seen (b int);
        create function see() returns trigger language plpgsql as $$
        begin
          insert into seen values (new.b);
          return null;
        end $$;
        create trigger sees after insert on a for each row execute function see();
        insert into a values (1)
        """);
    PostgresDatabase into = TestDatabase.create("triggers_again");
    restore(write(from), into);

    assertThat(Sql.ask(into, "select count(*) from seen")).isEqualTo("1");
    Sql.execute(into, "insert into a values (2)");
    assertThat(Sql.ask(into, "select string_agg(b::text, ',' order by b) from seen"))
        .isEqualTo("1,2");
  }

  @Test
  void what_a_backup_cannot_carry_is_named_and_nothing_is_written() throws Exception {
    PostgresDatabase from = TestDatabase.create("view");
    Sql.execute(from, "create table a (b int); create view c as select b from a");

    assertThatThrownBy(() -> write(from))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("also: c");
  }

  @Test
  void nothing_is_restored_over_what_is_there_nor_half_of_a_damaged_file() throws Exception {
    PostgresDatabase from = TestDatabase.create("whole");
    Sql.execute(from, "create table a (b int); insert into a values (1)");
    Path file = write(from);

    assertThatThrownBy(() -> restore(file, from)).hasMessageContaining("is not empty");
    assertThat(Sql.ask(from, "select count(*) from a")).isEqualTo("1");

    PostgresDatabase into = TestDatabase.create("damaged");
    assertThatThrownBy(
            () -> {
              try (var zip = new ZipFile(file.toFile())) {
                Backup.restore(zip, "elsewhere", into);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("elsewhere/tables.sql");
    assertThat(Sql.ask(into, "select count(*) from pg_class where relname = 'a'")).isEqualTo("0");
  }

  private static String definitions(PostgresDatabase database) throws SQLException {
    try (var connection = database.connect()) {
      var catalog = new Catalog(connection);
      return catalog.tables() + "\n" + catalog.constraints();
    }
  }

  private Path write(PostgresDatabase database) throws IOException {
    Path file = folder.resolve("backup.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      Backup.write(database, zip, "company");
    }
    return file;
  }

  private static void restore(Path file, PostgresDatabase into) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      Backup.restore(zip, "company", into);
    }
  }
}
