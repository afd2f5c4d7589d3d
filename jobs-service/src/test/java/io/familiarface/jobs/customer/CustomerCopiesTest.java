package io.familiarface.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerCopiesTest {
  private static final Instant AT = Instant.parse("2025-01-06T09:00:00Z");

  @Inject CustomerCopies copies;
  @Inject Company company;

  @Test
  void of_several_states_of_one_customer_the_newest_is_kept() {
    UUID customer = UUID.randomUUID();
    store(told(customer, null, "Second", 2), told(customer, null, "First", 1));
    assertThat(name(customer)).isEqualTo("Second");
    store(told(customer, null, "First", 1));
    assertThat(name(customer)).isEqualTo("Second");
    store(told(customer, null, "Second", 2), told(customer, null, "Third", 3));
    assertThat(name(customer)).isEqualTo("Third");
  }

  @Test
  void a_key_that_moves_to_another_customer_leads_to_that_one() {
    UUID former = UUID.randomUUID();
    UUID latter = UUID.randomUUID();
    String key = company.key("MOVES");
    store(told(former, key, "Former", 1));
    store(told(latter, key, "Latter", 1), told(UUID.randomUUID(), null, "Nobody", 1));
    assertThat(copies.refsByExternalIds(List.of(key)).get(key).id()).isEqualTo(latter);
    assertThat(name(former)).isEqualTo("Former");
  }

  private void store(CustomerCopies.Told... told) {
    QuarkusTransaction.requiringNew().run(() -> copies.store(List.of(told), AT));
  }

  private String name(UUID customer) {
    return copies.find(customer).orElseThrow().customer().name();
  }

  private static CustomerCopies.Told told(UUID id, String key, String name, long revision) {
    return new CustomerCopies.Told(
        new CustomerState(
            id,
            key,
            "HOUSEHOLD",
            name,
            null,
            null,
            "ACTIVE",
            revision,
            null,
            null,
            null,
            null,
            null,
            null),
        "{\"id\":\"%s\",\"name\":\"%s\",\"revision\":%d}".formatted(id, name, revision),
        AT);
  }
}
