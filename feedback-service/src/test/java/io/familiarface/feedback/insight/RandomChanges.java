package io.familiarface.feedback.insight;

import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whatever may be written of a few customers, by whichever way: visits that come, move, change
 * hands, are withdrawn or forgotten; what is said of them, corrected or taken back; branches,
 * programs and courses that change; customers who are found to be the same.
 */
final class RandomChanges {
  private static final int VISITS = 7;
  private static final int SAID = 12;
  private static final int HALF_DAYS = 140;
  private static final List<String> TECHNICIANS =
      List.of(Stories.ALAN.id().toString(), Stories.BEN.id().toString());

  private final Random random;
  private final StoredRows database;
  private final List<UUID> customers;
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(HALF_DAYS / 2));

  RandomChanges(Random random, StoredRows database, int customers) {
    this.random = random;
    this.database = database;
    this.customers =
        IntStream.range(0, customers)
            .mapToObj(n -> new UUID(0x019a_0000_0000_7000L, 0x8000_0000_0000_0000L + n))
            .collect(Collectors.toList());
  }

  /** Makes one, and says which. */
  String next() {
    int which = random.nextInt(20);
    if (which < 7) {
      return visit();
    }
    if (which < 8) {
      return forgottenVisit();
    }
    if (which < 12) {
      return mark();
    }
    if (which < 15) {
      return complaint();
    }
    return switch (which) {
      case 15 -> takenBack();
      case 16 -> branch();
      case 17 -> program();
      case 18 -> technician();
      default -> sameCustomer();
    };
  }

  private String visit() {
    UUID customer = customer();
    boolean withdrawn = random.nextInt(8) == 0;
    UUID visit = visit(customer);
    String technician = random.nextInt(9) == 0 ? null : one(TECHNICIANS);
    Instant at = instant();
    database.change(
        """
        insert into signal (customer_id, key, source, revision, kind, at, data)
        select customer, 'visit/' || visit, 'JOBS', 1, case when withdrawn then null else kind end,
          case when withdrawn then null else at end,
          case when withdrawn then null else jsonb_build_object('visitId', visit, 'agreementId',
            customer, 'technicianId', technician, 'plannedTechnicianId', planned, 'onTime', on_time)
          end
        from (select ?::uuid as customer, ?::uuid as visit, ?::boolean as withdrawn, ? as kind,
          ?::timestamptz as at, ? as technician, ? as planned, ? as on_time) told
        on conflict (customer_id, key) do update set kind = excluded.kind, at = excluded.at,
          data = excluded.data
        """,
        customer,
        visit,
        withdrawn,
        random.nextInt(10) == 0 ? "VISIT_MISSED" : "VISIT_COMPLETED",
        at,
        technician,
        one(TECHNICIANS),
        one(List.of("YES", "NO", "UNKNOWN")));
    return "a visit at " + at;
  }

  private String forgottenVisit() {
    UUID customer = customer();
    database.change(
        "delete from signal where customer_id = ? and key = ?",
        customer,
        "visit/" + visit(customer));
    return "a visit forgotten";
  }

  private String mark() {
    UUID customer = customer();
    int about = random.nextInt(4);
    database.change(
        """
        insert into feedback (id, customer_id, visit_id, project_id, technician_id, at, kind, csat,
          recorded_by, recorded_at, version)
        values (?, ?, ?, ?, ?::uuid, ?, 'SURVEY', ?::int, 'Kim', now(), 1)
        on conflict (id) do update set at = excluded.at, csat = excluded.csat,
          customer_id = excluded.customer_id, visit_id = excluded.visit_id,
          project_id = excluded.project_id, technician_id = excluded.technician_id
        """,
        said(),
        customer,
        about == 0 ? visit(customer) : null,
        about == 1 ? said() : null,
        about == 2 ? one(TECHNICIANS) : null,
        instant(),
        random.nextInt(5) == 0 ? null : 1 + random.nextInt(5));
    return "a mark";
  }

  private String complaint() {
    UUID customer = customer();
    database.change(
        """
        insert into complaint (id, customer_id, visit_id, project_id, severity, received_at, state,
          round, owner, next_step, due_at, stepped_at, check_ins, unanswered, steps, recorded_by,
          recorded_at, version)
        values (?, ?, ?, ?, 'LOW', ?, 'RECEIVED', 1, 'Kim', 'ASSESSMENT', now(), now(), 0, 0, 0,
          'Kim', now(), 1)
        on conflict (id) do update set received_at = excluded.received_at,
          customer_id = excluded.customer_id, visit_id = excluded.visit_id,
          project_id = excluded.project_id
        """,
        said(),
        customer,
        random.nextBoolean() ? visit(customer) : null,
        random.nextInt(6) == 0 ? said() : null,
        instant());
    return "a complaint";
  }

  private String takenBack() {
    String table = one(List.of("feedback", "complaint"));
    database.change("delete from " + table + " where id = ?", said());
    return "a word taken back";
  }

  private String branch() {
    database.change(
        """
        insert into customer_copy (id, name, branch, revision) values (?, 'Somebody', ?, 1)
        on conflict (id) do update set branch = excluded.branch
        """,
        customer(),
        random.nextInt(3) == 0 ? null : one(List.of("north", "south")));
    return "a branch";
  }

  private String program() {
    UUID customer = customer();
    database.change(
        """
        insert into agreement_copy (id, customer_id, program) values (?, ?, ?)
        on conflict (id) do update set program = excluded.program
        """,
        customer,
        customer,
        one(List.of("Rodents", "Termites")));
    return "a program";
  }

  private String technician() {
    database.change(
        """
        update technician_copy set branch = ?, trainings = jsonb_build_array(
          jsonb_build_object('course', 'Baits', 'kind', ?, 'on', (?::timestamptz)::date))
        where id = ?::uuid
        """,
        one(List.of("east", "west")),
        one(List.of("TECHNICAL", "SOFT")),
        instant(),
        one(TECHNICIANS));
    return "a technician";
  }

  /** All that one customer has becomes another's. */
  private String sameCustomer() {
    if (customers.size() == 2) {
      return "nothing";
    }
    UUID from = customers.remove(random.nextInt(customers.size()));
    UUID into = customer();
    for (String table : List.of("signal", "feedback", "complaint")) {
      database.change("update " + table + " set customer_id = ? where customer_id = ?", into, from);
    }
    return "one customer found to be another";
  }

  private UUID customer() {
    return one(customers);
  }

  /** One of the visits that were this customer's at first. */
  private UUID visit(UUID customer) {
    return new UUID(
        0x019a_0000_0000_7001L,
        0x8000_0000_0000_0000L
            + (customer.getLeastSignificantBits() & 0xff) * VISITS
            + random.nextInt(VISITS));
  }

  private UUID said() {
    return new UUID(0x019a_0000_0000_7002L, 0x8000_0000_0000_0000L + random.nextInt(SAID));
  }

  private Instant instant() {
    return start.plus(Duration.ofHours(12L * random.nextInt(HALF_DAYS)));
  }

  private <T> T one(List<T> many) {
    return many.get(random.nextInt(many.size()));
  }
}
