package io.familiarface.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerCopiesTest {
  private static final String URL = "familiar.url.customers";
  private static final Instant AT = Instant.parse("2025-01-06T09:00:00Z");

  @Inject CustomerCopies copies;
  @Inject Company company;
  @Inject Neighbours neighbours;
  @Inject CompanyCalendar calendar;

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

  @Test
  void customers_not_heard_of_are_asked_for_together_and_remembered() throws Exception {
    List<String> keys =
        IntStream.range(0, 300).mapToObj(i -> company.key("ASKED") + "-" + i).toList();
    AtomicInteger requests = new AtomicInteger();
    HttpServer customers =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    customers.createContext(
        "/v1/customers",
        exchange -> {
          requests.incrementAndGet();
          answer(exchange);
        });
    customers.start();
    System.setProperty(URL, "http://localhost:" + customers.getAddress().getPort());
    try {
      CustomerLookup lookup = new CustomerLookup(copies, neighbours, calendar);
      lookup.learn(keys);
      assertThat(requests.get()).isBetween(2, 3);
      assertThat(copies.refsByExternalIds(keys)).containsOnlyKeys(keys);
      requests.set(0);
      lookup.learn(keys);
      assertThat(requests).hasValue(0);
    } finally {
      System.clearProperty(URL);
      customers.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body =
        Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
            .filter(parameter -> parameter.startsWith("externalId="))
            .map(parameter -> parameter.substring("externalId=".length()))
            .map(key -> "{\"id\":\"%s\",\"externalId\":\"%s\"}".formatted(UUID.randomUUID(), key))
            .collect(Collectors.joining(",", "{\"items\":[", "],\"nextCursor\":null}"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void whoever_was_erased_after_they_were_asked_for_is_not_brought_back() {
    UUID customer = UUID.fromString(company.customer("Erased"));
    company.hear("customers", "io.familiarface.customer", customer.toString(), null);
    copies.storeRefs(List.of(new CustomerRef(customer, company.key("LATE"))), AT);
    assertThat(copies.refById(customer)).isEmpty();
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
