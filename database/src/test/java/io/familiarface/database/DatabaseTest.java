package io.familiarface.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.postgres.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.Nested;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseTest {
  private static final UUID ANN = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID BOB = UUID.fromString("00000000-0000-7000-8000-000000000002");
  private static final Instant AT = Instant.parse("2025-01-06T09:00:00.123456Z");

  enum Kind {
    HOUSEHOLD,
    BUSINESS
  }

  record Name(String firstName, String lastName) {}

  record Person(
      UUID id,
      @Nested Name name,
      Kind kind,
      Instant createdAt,
      LocalDate bornOn,
      BigDecimal balance,
      Boolean vip,
      Integer visits,
      List<String> skills,
      List<LocalDate> days) {}

  private Database database;

  @BeforeEach
  void two_people() {
    database = new Database(TestDatabase.create("database").dataSource());
    database
        .sql(
            """
            create table person (id uuid primary key, first_name text, last_name text, kind text,
              created_at timestamptz, born_on date, balance numeric, vip boolean, visits int,
              skills text[], days date[])\
            """)
        .update();
    add(ANN, "Ann", Kind.HOUSEHOLD);
    add(BOB, "Bob", null);
  }

  private int add(UUID id, String firstName, Kind kind) {
    return database
        .sql(
            """
            insert into person values (:id, :firstName, 'Lee', :kind, :at, :day, :balance, :vip,
              :visits, :skills, :days)\
            """)
        .bind("id", id)
        .bind("firstName", firstName)
        .bind("kind", kind)
        .bind("at", AT)
        .bind("day", LocalDate.parse("1969-12-31"))
        .bind("balance", new BigDecimal("12.50"))
        .bind("vip", kind == null ? null : true)
        .bind("visits", kind == null ? null : 3)
        .bind("skills", List.of("rodents", "ants"))
        .bind("days", List.of(LocalDate.parse("2024-02-29")))
        .update();
  }

  private List<UUID> ids(ListQuery query, int limit) {
    return query.list(UUID.class, "id", limit);
  }

  @Test
  void a_row_becomes_a_record_by_its_constructor() {
    Person ann =
        database.sql("select * from person where id = :id").bind("id", ANN).one(Person.class);
    assertThat(ann)
        .isEqualTo(
            new Person(
                ANN,
                new Name("Ann", "Lee"),
                Kind.HOUSEHOLD,
                AT,
                LocalDate.parse("1969-12-31"),
                new BigDecimal("12.50"),
                true,
                3,
                List.of("rodents", "ants"),
                List.of(LocalDate.parse("2024-02-29"))));
  }

  @Test
  void columns_find_their_components_in_whatever_order_they_come() {
    assertThat(database.sql("select 'Lee' as last_name, 'Ann' as first_name").one(Name.class))
        .isEqualTo(new Name("Ann", "Lee"));
    assertThat(database.sql("select 'Ann' as first_name, 'Lee' as last_name").one(Name.class))
        .isEqualTo(new Name("Ann", "Lee"));
  }

  @Test
  void an_array_becomes_a_list_with_nulls_as_they_are() {
    record Lists(List<String> texts, List<String> ids, List<String> none, List<String> empty) {}
    Lists lists =
        database
            .sql(
                """
                select array['a', null, 'b "c"'] as texts, array[:id] as ids,
                  cast(null as text[]) as none, cast('{}' as text[]) as empty\
                """)
            .bind("id", ANN)
            .one(Lists.class);
    assertThat(lists)
        .isEqualTo(
            new Lists(
                Arrays.asList("a", null, "b \"c\""), List.of(ANN.toString()), null, List.of()));
  }

  @Test
  void what_is_null_in_the_row_is_null_in_the_record() {
    Person bob =
        database.sql("select * from person where id = :id").bind("id", BOB).one(Person.class);
    assertThat(bob).extracting(Person::kind, Person::vip, Person::visits).containsOnlyNulls();
  }

  @Test
  void single_columns_need_no_record() {
    assertThat(database.sql("select id from person order by id").list(UUID.class))
        .containsExactly(ANN, BOB);
    assertThat(database.sql("select cast(id as text) from person order by id").list(UUID.class))
        .as("a text that is one")
        .containsExactly(ANN, BOB);
    assertThat(database.sql("select cast(null as uuid) from person").list(UUID.class))
        .containsExactly(null, null);
    assertThat(database.sql("select count(*) from person").one(Long.class)).isEqualTo(2);
    assertThat(database.sql("select created_at from person limit 1").first(Instant.class))
        .contains(AT);
    assertThat(database.sql("select kind from person order by id limit 1").first(Kind.class))
        .contains(Kind.HOUSEHOLD);
    assertThat(database.sql("select id from person where false").first(UUID.class)).isEmpty();
    assertThat(database.sql("select null::text").first(String.class)).isEmpty();
    assertThat(database.sql("select 1 from person").exists()).isTrue();
    assertThat(database.sql("select 1 from person where false").exists()).isFalse();
  }

  @Test
  void collections_are_bound_as_arrays_and_an_empty_one_finds_nothing() {
    String some = "select first_name from person where id = any(:ids) order by id";
    assertThat(database.sql(some).bind("ids", List.of(BOB, ANN)).list(String.class))
        .containsExactly("Ann", "Bob");
    assertThat(
            database
                .sql("select first_name from person where first_name = any(:names)")
                .bind("names", List.of())
                .list(String.class))
        .isEmpty();
    assertThat(database.sql(some).bind("ids", List.of()).list(String.class)).isEmpty();
    assertThat(
            database
                .sql("select id from unnest(cast(:ids as uuid[])) as id")
                .bind("ids", List.of())
                .list(UUID.class))
        .isEmpty();
  }

  @Test
  void a_batch_is_written_by_its_columns() {
    UUID cleo = UUID.randomUUID();
    record Row(UUID id, String name, LocalDate bornOn) {}
    List<Row> rows =
        List.of(new Row(cleo, "Cleo", null), new Row(UUID.randomUUID(), "D,\"e", LocalDate.MIN));
    List<Row> writable = List.of(rows.get(0), new Row(rows.get(1).id(), "D,\"e", null));
    int written =
        database
            .sql(
                """
                insert into person (id, first_name, born_on)
                select * from unnest(:ids::uuid[], :names::text[], :days::date[])\
                """)
            .bindColumn("ids", writable, Row::id)
            .bindColumn("names", writable, Row::name)
            .bindColumn("days", writable, Row::bornOn)
            .update();
    assertThat(written).isEqualTo(2);
    assertThat(
            database
                .sql("select first_name from person where born_on is null order by first_name")
                .list(String.class))
        .containsExactly("Cleo", "D,\"e");
  }

  @Test
  void a_batch_of_one_row_is_sent_as_values() {
    record Row(UUID id, String name, LocalDate bornOn, List<String> skills) {}
    String insert =
        """
        insert into person (id, first_name, born_on, skills)
        select id, name, day, cast(skills as text[])
        from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:days as date[]),
          cast(:skills as text[])) as n (id, name, day, skills)
        returning (pg_typeof(id) || ' ' || (select query from pg_stat_activity
          where pid = pg_backend_pid())) as sent\
        """;
    UUID dee = UUID.randomUUID();
    List<String> sent = new ArrayList<>();
    for (List<Row> rows :
        List.of(
            List.of(new Row(dee, "D,\"e", null, List.of("a \"b\"", "c"))),
            List.of(
                new Row(UUID.randomUUID(), null, LocalDate.MAX.withYear(2000), null),
                new Row(UUID.randomUUID(), "Ed", null, null)))) {
      RoundTrip trip =
          database
              .roundTrip()
              .bindColumn("ids", rows, Row::id)
              .bindColumn("names", rows, Row::name)
              .bindColumn("days", rows, Row::bornOn)
              .bindColumn("skills", rows, Row::skills);
      RoundTrip.Rows<String> each = trip.query(insert, String.class);
      trip.send();
      sent.add(each.all().get(0));
    }
    assertThat(sent.get(0)).startsWith("uuid").contains("(values (").doesNotContain("unnest");
    assertThat(sent.get(1)).startsWith("uuid").contains("unnest").doesNotContain("values (");
    record Written(String firstName, LocalDate bornOn, List<String> skills) {}
    assertThat(
            database
                .sql("select first_name, born_on, skills from person where id = :id")
                .bind("id", dee)
                .one(Written.class))
        .isEqualTo(new Written("D,\"e", null, List.of("a \"b\"", "c")));
  }

  @Test
  void a_column_of_one_row_that_is_named_elsewhere_stays_an_array() {
    RoundTrip trip =
        database
            .roundTrip()
            .bindColumn("ids", List.of(ANN), id -> id)
            .bindColumn("names", List.of("Anne"), name -> name);
    trip.update(
        """
        update person p set first_name = n.name
        from unnest(cast(:ids as uuid[]), cast(:names as text[])) as n (id, name)
        where p.id = n.id\
        """);
    RoundTrip.Rows<String> names =
        trip.query(
            "select first_name from person where id = any(cast(:ids as uuid[]))", String.class);
    trip.send();
    assertThat(names.all()).containsExactly("Anne");
  }

  @Test
  void a_trip_takes_another_one_along() {
    RoundTrip writes =
        database
            .roundTrip()
            .planOnce()
            .bind("id", ANN)
            .update("update person set first_name = 'Anne' where id = :id");
    RoundTrip trip = database.roundTrip().bind("other", BOB).join(writes);
    RoundTrip.Rows<String> names =
        trip.query("select first_name from person where id in (:id, :other)", String.class);
    trip.send();
    assertThat(names.all()).containsExactlyInAnyOrder("Anne", "Bob");
  }

  @Test
  void a_list_has_the_conditions_that_were_asked_for() {
    assertThat(ids(database.list("select id from person"), 10)).containsExactly(ANN, BOB);
    assertThat(ids(database.list("select id from person"), 1)).containsExactly(ANN);
    assertThat(
            ids(
                database
                    .list("select id from person")
                    .where("kind = :kind", "kind", null)
                    .where("visits is null")
                    .where("first_name = :name", "name", "Bob"),
                10))
        .containsExactly(BOB);
    assertThat(ids(database.list("select id from person").where("id > :last", "last", ANN), 10))
        .containsExactly(BOB);
  }

  @Test
  void a_round_trip_answers_all_its_statements_in_order() {
    RoundTrip trip = database.roundTrip().bind("id", ANN).bind("visits", 7);
    var before = trip.query("select visits from person where id = :id", Integer.class);
    trip.update("update person set visits = :visits where id = :id");
    var after = trip.query("select * from person where id = :id", Person.class);
    var none = trip.query("select id from person where false", UUID.class);
    assertThatThrownBy(before::all).isInstanceOf(IllegalStateException.class);
    trip.send();
    assertThat(before.first()).contains(3);
    assertThat(after.first()).map(Person::visits).contains(7);
    assertThat(none.all()).isEmpty();
  }

  @Test
  void what_is_planned_once_is_planned_so_and_nothing_after_it() {
    RoundTrip trip = database.roundTrip().planOnce().bind("id", ANN);
    var first = trip.query("select current_setting('plan_cache_mode')", String.class);
    var person = trip.query("select * from person where id = :id", Person.class);
    trip.send();
    assertThat(first.first()).contains("force_generic_plan");
    assertThat(person.first()).map(Person::id).contains(ANN);
    assertThat(database.sql("show plan_cache_mode").one(String.class)).isEqualTo("auto");
    database.roundTrip().planOnce().send();
  }

  @Test
  void a_cell_of_a_batch_may_be_an_array() {
    List<List<String>> rows =
        List.of(List.of("plain", "a \"quoted\" one, \\ and {braces}"), Arrays.asList("", null));
    RoundTrip trip = database.roundTrip().bindColumn("cells", rows, cell -> cell);
    var elements =
        trip.query(
            """
            select element from unnest(cast(:cells as text[])) as cell,
              unnest(cast(cell as text[])) as element where element is not null\
            """,
            String.class);
    trip.send();
    assertThat(elements.all()).containsExactly("plain", "a \"quoted\" one, \\ and {braces}", "");
  }

  @Test
  void a_parameter_may_be_what_a_query_finds() {
    RoundTrip trip =
        database
            .roundTrip()
            .bind("name", "Ann")
            .bindQuery("person", "select id from person where first_name = :name");
    var found = trip.query("select id from person where id = :person", UUID.class);
    var none = trip.query("select id from person where id <> :person", UUID.class);
    trip.send();
    assertThat(found.all()).containsExactly(ANN);
    assertThat(none.all()).containsExactly(BOB);
  }

  @Test
  void the_same_statements_take_a_value_one_time_and_none_the_next() {
    List<Integer> found = new ArrayList<>();
    for (String name : Arrays.asList("Ann", null, "Bob", "nobody")) {
      RoundTrip trip = database.roundTrip().bind("name", name);
      var ids =
          trip.query("select id from person where first_name = coalesce(:name, 'Bob')", UUID.class);
      trip.send();
      found.add(ids.all().size());
    }
    assertThat(found).containsExactly(1, 1, 1, 0);
  }

  @Test
  void a_parameter_without_a_value_is_a_mistake() {
    assertThatThrownBy(() -> database.sql("select :it").exists())
        .isInstanceOf(JdbiException.class)
        .hasMessageContaining("it");
  }

  @Test
  void a_round_trip_of_nothing_sends_nothing() {
    database.roundTrip().bind("id", ANN).send();
  }

  @Test
  void a_round_trip_takes_statements_made_elsewhere_with_their_own_values() {
    RoundTrip trip = database.roundTrip().bind("id", ANN);
    trip.update(
        "update person set first_name = ? where id = any(cast(? as uuid[])) and first_name = ?",
        List.of("Anna", new String[] {ANN.toString(), null}, "Ann"));
    trip.update("update person set visits = cast(? as int)", List.of("9"));
    var after = trip.query("select * from person where id = :id", Person.class);
    trip.send();
    assertThat(after.first()).map(Person::visits).contains(9);
    assertThat(database.sql("select first_name from person order by id").list(String.class))
        .containsExactly("Anna", "Bob");
  }

  @Test
  void a_round_trip_gives_one_name_one_value() {
    RoundTrip trip = database.roundTrip().bind("id", ANN);
    assertThatThrownBy(() -> trip.bind("id", BOB)).isInstanceOf(IllegalArgumentException.class);
    String ann = "select id from person where first_name = 'Ann'";
    assertThatThrownBy(() -> trip.bindQuery("id", ann))
        .isInstanceOf(IllegalArgumentException.class);
    RoundTrip found = database.roundTrip().bindQuery("id", ann).bindQuery("id", ann);
    assertThatThrownBy(() -> found.bindQuery("id", "select id from person where visits = 1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> found.bind("id", BOB)).isInstanceOf(IllegalArgumentException.class);
    RoundTrip other = database.roundTrip().bindQuery("id", "select id from person limit 1");
    assertThatThrownBy(() -> found.join(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_long_result_is_read_row_after_row() {
    List<String> names = new ArrayList<>();
    database.sql("select first_name from person order by id").forEach(String.class, 1, names::add);
    assertThat(names).containsExactly("Ann", "Bob");
  }

  @Test
  void what_the_database_refuses_is_told_apart_and_holds_no_values() {
    assertThatThrownBy(() -> add(ANN, "Secret Name", Kind.BUSINESS))
        .satisfies(
            error -> {
              assertThat(UniqueViolation.isCauseOf(error)).isTrue();
              assertThat(ConcurrentUpdate.isCauseOf(error)).isTrue();
              assertThat(DatabaseUnavailable.isCauseOf(error)).isFalse();
              assertThat(error.getMessage()).doesNotContain("Secret Name");
            });
    assertThatThrownBy(() -> database.sql("select pg_terminate_backend(pg_backend_pid())").exists())
        .satisfies(
            error -> {
              assertThat(DatabaseUnavailable.isCauseOf(error)).isTrue();
              assertThat(UniqueViolation.isCauseOf(error)).isFalse();
            });
  }

  @Test
  void a_value_without_an_SQL_type_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> database.sql("select :it").bind("it", new Object()).exists())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> database.sql("select :it").bind("it", Arrays.asList(new Object())).exists())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_parameter_that_no_statement_names_is_a_mistake() {
    assertThatThrownBy(() -> database.sql("select 1").bind("unused", 1).exists())
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void many_rows_are_copied_as_they_are() {
    database.sql("create table kept (n int, text text, texts text[], bytes bytea)").update();
    List<String> texts =
        Arrays.asList(
            "plain",
            "",
            null,
            "\\N",
            "\\.",
            "a\tb\nc\rd\\e",
            "\"é\" '\uD83D\uDE00",
            "x".repeat(200_000));
    database.copy(
        new CopiedRows<String>(
            "kept (n, text, texts, bytes)",
            texts,
            List.of(
                texts::indexOf,
                text -> text,
                text -> text == null ? null : List.of(text, "\\\""),
                text -> text == null ? null : text.getBytes(UTF_8))));
    assertThat(
            database.sql("select coalesce(text, 'none') from kept order by n").list(String.class))
        .containsExactlyElementsOf(
            texts.stream().map(text -> Objects.requireNonNullElse(text, "none")).toList());
    assertThat(
            database
                .sql(
                    """
                    select n from kept where text is not null and (texts[1] is distinct from text
                      or texts[2] <> '\\"' or convert_from(bytes, 'UTF8') <> text)\
                    """)
                .list(Long.class))
        .as("other bytes than those of the text")
        .isEmpty();
  }

  @Test
  void rows_that_cannot_be_copied_tell_no_values_and_leave_the_connection_well() {
    assertThatThrownBy(
            () ->
                database.copy(
                    new CopiedRows<String>(
                        "person (id, first_name)",
                        List.of("Ann"),
                        List.of(name -> ANN, name -> name))))
        .isInstanceOf(JdbiException.class)
        .satisfies(e -> assertThat(UniqueViolation.isCauseOf(e)).isTrue())
        .hasMessageNotContaining("Ann");
    assertThatThrownBy(
            () ->
                database.copy(
                    new CopiedRows<String>(
                        "person (id, first_name)",
                        List.of("Zoe"),
                        List.of(
                            name -> UUID.randomUUID(),
                            name -> {
                              throw new IllegalStateException("in the middle");
                            }))))
        .hasMessage("in the middle");
    assertThat(database.sql("select 1 from person where first_name = 'Zoe'").exists()).isFalse();
  }

  @Test
  void rows_are_written_as_CSV() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    database.writeCsv(
        "select first_name || ', \"the\"', born_on, kind from person order by first_name", out);
    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "\"Ann, \"\"the\"\"\",1969-12-31,HOUSEHOLD", "\"Bob, \"\"the\"\"\",1969-12-31,");
  }

  @Test
  void what_cannot_be_written_as_CSV_tells_no_values() {
    assertThatThrownBy(
            () ->
                database.writeCsv(
                    "select cast(first_name as int) from person", new ByteArrayOutputStream()))
        .isInstanceOf(JdbiException.class)
        .hasMessageNotContaining("Ann");
    assertThat(database.sql("select 1").exists()).as("and the connection goes on").isTrue();
  }
}
