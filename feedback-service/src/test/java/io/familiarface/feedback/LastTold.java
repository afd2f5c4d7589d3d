package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the feed has said last of a customer, which is what the copies of others hold. */
public record LastTold(UUID customer) {

  public static LastTold ofCustomer(UUID customer) {
    return new LastTold(customer);
  }

  /** Compares it with what this service answers when it is asked. */
  public void isWhatIs() {
    JsonPath risk = Api.get("/v1/customers/" + customer + "/risk").extract().jsonPath();
    Map<String, Object> told = last("risk.assessed");
    assertThat(told).containsEntry("band", risk.getString("band"));
    assertThat(told).containsEntry("flagged", risk.getBoolean("flagged"));
    assertThat(new BigDecimal(told.get("probability").toString()))
        .isEqualByComparingTo(
            new BigDecimal(risk.getString("probability")).setScale(2, RoundingMode.HALF_UP));
    List<Map<String, Object>> flags =
        Api.get("/v1/flags?customerId=" + customer).extract().jsonPath().getList("items");
    for (Map<String, Object> flag : flags) {
      assertThat(lastOfFlag(flag.get("id"))).containsEntry("state", flag.get("state"));
    }
  }

  private Map<String, Object> last(String type) {
    List<Map<String, Object>> events = PublishedEvents.of("feedback").about(customer, type);
    return PublishedEvents.data(events.get(events.size() - 1));
  }

  private Map<String, Object> lastOfFlag(Object id) {
    return PublishedEvents.of("feedback").about(customer, "flag.changed").stream()
        .map(PublishedEvents::data)
        .filter(flag -> id.equals(flag.get("flagId")))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
