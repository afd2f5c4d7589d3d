package io.familiarface.customers.feedback;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.rest.security.Role;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class FeedbackCopiesTest {
  private static final Instant JAN_6 = Instant.parse("2025-01-06T14:00:00Z");
  private static final List<String> OPEN = List.of("RAISED", "ACKNOWLEDGED", "ACTED");
  private static final List<String> ENDED = List.of("CLEARED", "KEPT", "LOST");

  @Inject SimulatedFeeds told;

  private UUID customer;

  @BeforeEach
  void a_customer() {
    customer = newCustomer("Dorothy's Gifts");
  }

  @ParameterizedTest
  @CsvSource({"RAISED", "ACKNOWLEDGED", "ACTED"})
  void the_open_flag_is_on_the_card_whatever_was_withdrawn_or_ended_later(String open) {
    UUID flag = UUID.randomUUID();
    tell(flag, open, 1, 3);
    tell(UUID.randomUUID(), "WITHDRAWN", 30, 2);
    tell(UUID.randomUUID(), "KEPT", 60, 4);
    card().body("flag.id", equalTo(flag.toString())).body("flag.state", equalTo(open));
  }

  @Test
  void a_flag_that_was_withdrawn_is_none() {
    UUID flag = UUID.randomUUID();
    tell(flag, "RAISED", 1, 1);
    tell(flag, "WITHDRAWN", 1, 2);
    tell(flag, "RAISED", 1, 1);
    card().body("flag", nullValue());
  }

  @Test
  void an_ended_flag_stays_on_the_card_until_another_is_raised() {
    UUID first = UUID.randomUUID();
    tell(first, "LOST", 1, 3);
    card().body("flag.state", equalTo("LOST"));
    UUID second = UUID.randomUUID();
    tell(second, "RAISED", 90, 1);
    card().body("flag.id", equalTo(second.toString()));
  }

  /** Flags have revisions, a risk has its place in the feed; both are told again after a while. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void the_card_says_what_the_owner_says_after_any_mixed_sequence(long seed) {
    Random random = new Random(seed);
    Owner owner = new Owner(customer, random);
    for (int batch = 0; batch < 12; batch++) {
      List<String> flags = new ArrayList<>();
      List<String> risks = new ArrayList<>();
      for (int change = random.nextInt(5); change >= 0; change--) {
        flags.add(owner.changesFlag());
        risks.add(owner.assesses());
      }
      flags.addAll(owner.someOf(flags));
      Collections.shuffle(flags, random);
      for (int times = random.nextInt(2); times >= 0; times--) {
        told.atOnce(
            "feedback",
            sink -> {
              flags.forEach(event -> sink.by("feedback", "flag.changed", customer, event));
              risks.forEach(event -> sink.by("feedback", "risk.assessed", customer, event));
            });
      }
      var card = card().extract();
      assertThat((Object) card.path("flag.id")).isEqualTo(owner.flagShown());
      assertThat((Object) card.path("flag.state")).isEqualTo(owner.stateShown());
      assertThat(((Number) card.path("risk.probability")).floatValue())
          .isEqualTo(owner.probability / 100f);
    }
  }

  /** What feedback-service has on record of one customer. */
  private static final class Owner {
    private final UUID customer;
    private final Random random;
    private final Map<UUID, Record> flags = new LinkedHashMap<>();
    private final List<String> before = new ArrayList<>();
    private int probability;
    private int assessments;

    private record Record(int day, String state, int revision) {}

    Owner(UUID customer, Random random) {
      this.customer = customer;
      this.random = random;
    }

    /** Moves the open flag on, raises one when none is open, or corrects history. */
    String changesFlag() {
      UUID open = flagOpen();
      UUID id = open;
      Record next;
      if (open == null && (flags.isEmpty() || random.nextBoolean())) {
        id = new UUID(random.nextLong(), random.nextLong());
        next = new Record(1 + flags.size() * 10 + random.nextInt(9), "RAISED", 1);
      } else {
        id = open == null ? anyOf(List.copyOf(flags.keySet())) : open;
        Record known = flags.get(id);
        String state = anyOf(open == null ? ENDED : random.nextBoolean() ? OPEN : ENDED);
        next =
            new Record(known.day, random.nextInt(4) == 0 ? "WITHDRAWN" : state, known.revision + 1);
      }
      flags.put(id, next);
      String event = flag(customer, id, next.state, next.day, next.revision);
      before.add(event);
      return event;
    }

    String assesses() {
      probability = random.nextInt(100);
      assessments++;
      return """
      {"customerId":"%s","asOf":"%s","probability":%s,"band":"HIGH","flagged":true,
       "reasonCodes":["SURPRISE"],"modelVersion":"prior-1"}"""
          .formatted(customer, JAN_6.plusSeconds(assessments / 2), probability / 100.0);
    }

    /** Events that were told long ago, as they were. */
    List<String> someOf(List<String> justNow) {
      return before.stream()
          .filter(event -> !justNow.contains(event))
          .filter(event -> random.nextInt(3) == 0)
          .toList();
    }

    String flagShown() {
      UUID shown = shown();
      return shown == null ? null : shown.toString();
    }

    String stateShown() {
      UUID shown = shown();
      return shown == null ? null : flags.get(shown).state;
    }

    private UUID shown() {
      UUID open = flagOpen();
      return open != null
          ? open
          : flags.entrySet().stream()
              .filter(flag -> !flag.getValue().state.equals("WITHDRAWN"))
              .max(Map.Entry.comparingByValue(java.util.Comparator.comparing(Record::day)))
              .map(Map.Entry::getKey)
              .orElse(null);
    }

    private UUID flagOpen() {
      return flags.entrySet().stream()
          .filter(flag -> OPEN.contains(flag.getValue().state))
          .map(Map.Entry::getKey)
          .findAny()
          .orElse(null);
    }

    private <T> T anyOf(List<T> several) {
      return several.get(random.nextInt(several.size()));
    }
  }

  private void tell(UUID flag, String state, int day, int revision) {
    told.by("feedback", "flag.changed", customer, flag(customer, flag, state, day, revision));
  }

  private static String flag(UUID customer, UUID id, String state, int day, int revision) {
    return """
    {"flagId":"%s","customerId":"%s","state":"%s","raisedAt":"%s","clearedAt":null,
     "reasonCodes":["PROMISE_BROKEN"],"modelVersion":"prior-1","leadDays":null,
     "leadVisits":null,"revision":%d}"""
        .formatted(id, customer, state, JAN_6.plus(Duration.ofDays(day)), revision);
  }

  private ValidatableResponse card() {
    return as(Role.CSR).get("/v1/customers/" + customer + "/card").then().statusCode(200);
  }
}
