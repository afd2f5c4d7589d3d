package io.familiarface.jobs.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.postgres.TestDatabase;
import io.familiarface.rest.Ref;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whose an agreement is, after its customer has got another key or has become somebody else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementOfMergedCustomerTest {
  private static final UUID FORMER = UUID.randomUUID();
  private static final UUID SURVIVOR = UUID.randomUUID();
  private static final UUID UNHEARD_OF = UUID.randomUUID();

  private static Database database;
  private static Agreements agreements;

  @BeforeAll
  static void two_customers_are_one() {
    DataSource source = TestDatabase.create("merged").dataSource();
    Flyway.configure()
        .dataSource(source)
        .locations(
            "classpath:db/feed",
            "classpath:db/conventions",
            "filesystem:src/main/resources/db/migration")
        .load()
        .migrate();
    database = new Database(source);
    agreements = new Agreements(database, new CompanyCalendar(Clock.systemUTC(), Company.ZONE));
    database
        .sql(
            """
            insert into customer_copy (id, external_id, merged_into, revision, received_at)
            values (:former, 'OLD', :survivor, 1, now()), (:survivor, 'NEW', null, 1, now())
            """)
        .bind("former", FORMER)
        .bind("survivor", SURVIVOR)
        .update();
    sign("A1", SURVIVOR, "OLD");
    sign("A2", UNHEARD_OF, "AS-SIGNED");
  }

  private static void sign(String key, UUID customer, String customerKey) {
    database
        .sql(
            """
            insert into agreement (id, external_id, customer_id, customer_external_id, program,
              recurrence, visit_interval_days, starts_on, visit_time, price_amount, price_currency,
              planned_until, version)
            values (gen_random_uuid(), :key, :customer, :customerKey, 'Monthly', 'FREQ=MONTHLY',
              30.44, '2025-01-06', '10:00', 89, 'USD', '2025-01-06', 7)
            """)
        .bind("key", key)
        .bind("customer", customer)
        .bind("customerKey", customerKey)
        .update();
  }

  @Test
  void it_shows_the_key_that_the_customer_has_now() {
    AgreementView view = agreements.view(ext("A1"));
    assertThat(view.customer().customerId()).isEqualTo(SURVIVOR);
    assertThat(view.customer().customerExternalId()).isEqualTo("NEW");
    assertThat(view.price().amount()).isEqualTo(new BigDecimal("89.00"));
    assertThat(view.state()).isEqualTo(AgreementState.ACTIVE);
    assertThat(agreements.view(Ref.of(view.id()))).isEqualTo(view);
  }

  @Test
  void it_shows_the_key_it_was_signed_with_while_nothing_is_known_of_the_customer() {
    assertThat(agreements.view(ext("A2")).customer().customerExternalId()).isEqualTo("AS-SIGNED");
  }

  @Test
  void another_key_is_another_tag_of_the_same_version() {
    AgreementView one = agreements.view(ext("A1"));
    AgreementView two = agreements.view(ext("A2"));
    assertThat(one.tag()).startsWith("7-").isEqualTo(agreements.view(ext("A1")).tag());
    assertThat(two.tag()).startsWith("7-").isNotEqualTo(one.tag());
  }

  @Test
  void a_list_of_the_former_id_or_key_is_the_survivors() {
    for (Ref ref : List.of(Ref.of(FORMER), Ref.of(SURVIVOR), ext("OLD"), ext("NEW"))) {
      assertThat(keysOf(ref)).as(ref.toString()).containsExactly("A1");
    }
    assertThat(keysOf(Ref.of(UNHEARD_OF))).containsExactly("A2");
    assertThat(keysOf(Ref.of(UUID.randomUUID()))).isEmpty();
    assertThat(keysOf(ext("NOBODY"))).isEmpty();
    assertThat(keysOf(null)).containsExactly("A1", "A2");
  }

  private static List<String> keysOf(Ref customer) {
    ListQuery list = database.list("select a.external_id from agreement a");
    CustomerCopies.narrow(list, "a.customer_id", customer);
    return list.list(String.class, "a.external_id", 10);
  }

  private static Ref ext(String key) {
    return Ref.fromString("ext:" + key);
  }
}
