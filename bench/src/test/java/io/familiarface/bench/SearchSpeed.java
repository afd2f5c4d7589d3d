package io.familiarface.bench;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.standalone.Service;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long somebody waits who types a part of a name, of a number or of a street among a million
 * customers, beside what the bare query by trigrams takes.
 */
final class SearchSpeed implements Bench.Part {
  private static final double AIM_MILLIS = 50;
  private static final double AIM_TIMES = 3;

  /**
   * Names of a first and a last name of four syllables each, streets and numbers: three share each
   * last name, and some four hundred each first one.
   */
  private static final String CUSTOMERS =
      """
      insert into customer (id, external_id, kind, name, phone, address_line1, address_city, branch,
        status, created_at, version, revision)
      select md5('search' || n)::uuid, 'SEARCH-' || n, 'HOUSEHOLD',
        initcap(syllables(n %% 2503) || ' ' || syllables(n / 3 + 7)),
        '+1' || 2000000000 + n::bigint * 7919 %% 7999999999, n %% 997 + 1 || ' ' ||
        initcap(syllables(n %% 4001 + 11)) || ' Street', 'Burlington', 'branch ' || n %% 5, 'ACTIVE',
        now() - n * interval '1 minute', 1, 1
      from generate_series(1, %d) n on conflict do nothing
      """;

  private static final String SYLLABLES =
      """
      create or replace function syllables(n int) returns text language sql immutable parallel safe as $$
        select string_agg((array['ba','ce','di','fo','gu','ha','je','ki','lo','mu','na','pe','ri','so',
          'tu','va','we','xi','yo','zu','bra','cle','dri','flo','gru'])[n / (25 ^ i)::int % 25 + 1], '')
        from generate_series(0, 3) i
      $$
      """;

  /** As the service writes them: a line for each field, a blank around each word. */
  private static final String DOCUMENTS =
      """
      insert into customer_search (customer_id, text)
      select id, E'N ' || lower(name) || E' \\nT ' || substr(phone, 2) || E' \\nT ' || substr(phone, 3)
        || E' \\nA ' || lower(address_line1) || E' burlington \\n'
      from customer where external_id like 'SEARCH-%' on conflict do nothing
      """;

  private static final String WORDS =
      """
      insert into search_word
      select distinct word from customer_search, regexp_split_to_table(text, '[^a-z]+') word
      where length(word) between 3 and 40 on conflict do nothing
      """;

  private final RunningSystem system;
  private final Workload workload;

  SearchSpeed(RunningSystem system, Workload workload) {
    this.system = system;
    this.workload = workload;
  }

  /** What somebody types, and what it is a part of. */
  private record Typed(String text, List<String> patterns) {}

  @Override
  public void measure(Report report) throws Exception {
    PostgresDatabase database = system.database(Service.CUSTOMERS);
    long customers = fill(database);
    List<Typed> typed = typed(database);
    Durations warmUp = new Durations();
    Durations ours = new Durations();
    Durations bare = new Durations();
    try (HttpConnection http = new HttpConnection(system.port(Service.CUSTOMERS), system.token());
        Connection connection = database.connect()) {
      for (Typed one : typed) {
        warmUp.time(() -> search(http, one));
      }
      // A-B-B-A, so that a machine that gets slower does so for both.
      for (Typed one : typed) {
        ours.time(() -> search(http, one));
        bare.time(() -> bare(connection, one));
        bare.time(() -> bare(connection, one));
        ours.time(() -> search(http, one));
      }
    }
    String how =
        String.format(
            Locale.ROOT,
            "%,d texts, one after the other; the bare query by trigrams: median %.1f, p99 %.1f ms",
            typed.size(),
            bare.median(),
            bare.p99());
    report.add(
        Measurement.atMost(
            "a search among %,d customers, p99".formatted(customers),
            ours.p99(),
            "ms",
            Math.max(AIM_MILLIS, AIM_TIMES * bare.p99()),
            how));
    report.add(
        Measurement.atMost(
            "a search among %,d customers, median".formatted(customers),
            ours.median(),
            "ms",
            Math.max(AIM_MILLIS, AIM_TIMES * bare.median()),
            how));
  }

  private long fill(PostgresDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      long began = System.nanoTime();
      statement.execute("set synchronous_commit to off");
      statement.execute(SYLLABLES);
      statement.execute(CUSTOMERS.formatted(workload.customers()));
      statement.execute(DOCUMENTS);
      statement.execute(WORDS);
      statement.execute("vacuum analyze customer, customer_search, search_word");
      statement.execute("checkpoint");
      System.out.printf("  customers made in %.0f s%n", (System.nanoTime() - began) / 1e9);
      try (ResultSet count = statement.executeQuery("select count(*) from customer_search")) {
        count.next();
        return count.getLong(1);
      }
    }
  }

  /** Of many customers each a part of something, mixed; the same in every run. */
  private List<Typed> typed(PostgresDatabase database) throws SQLException {
    List<Typed> typed = new ArrayList<>();
    Random random = new Random(7);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lower(name), substr(phone, 3), lower(address_line1) from customer"
                    + " where external_id like 'SEARCH-%' order by md5(external_id) limit "
                    + workload.searches() / 5)) {
      while (rows.next()) {
        String[] names = rows.getString(1).split(" ");
        String digits = rows.getString(2);
        String[] street = rows.getString(3).split(" ");
        typed.add(parts(names[0] + " " + names[1]));
        typed.add(parts(part(names[1], random)));
        typed.add(parts(digits.substring(4)));
        typed.add(parts(street[0] + " " + street[1].substring(0, 4)));
        typed.add(parts(swapped(names[1], random)));
      }
    }
    Collections.shuffle(typed, random);
    return typed;
  }

  private static Typed parts(String text) {
    return new Typed(text, Arrays.stream(text.split(" ")).map(word -> "%" + word + "%").toList());
  }

  private static String part(String word, Random random) {
    int from = random.nextInt(Math.max(1, word.length() - 4));
    return word.substring(from, Math.min(word.length(), from + 5));
  }

  /** Two letters in the wrong order, as a hurried hand types. */
  private static String swapped(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private static void search(HttpConnection http, Typed typed) throws IOException {
    String path = "/v1/customers?q=" + URLEncoder.encode(typed.text(), StandardCharsets.UTF_8);
    int status = http.get(path);
    if (status != 200) {
      throw new IllegalStateException(path + " answered " + status);
    }
  }

  private static void bare(Connection connection, Typed typed) throws SQLException {
    String sql =
        "select customer_id, text from customer_search where "
            + String.join(" and ", Collections.nCopies(typed.patterns().size(), "text like ?"))
            + " limit 300";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < typed.patterns().size(); i++) {
        statement.setString(i + 1, typed.patterns().get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString(2);
        }
      }
    }
  }
}
