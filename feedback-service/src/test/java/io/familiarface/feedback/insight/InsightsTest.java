package io.familiarface.feedback.insight;

import static io.familiarface.feedback.insight.InsightApi.asked;
import static io.familiarface.feedback.insight.InsightApi.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.OneCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class InsightsTest extends OneCompany {
  @Test
  void words_alone_are_no_verdict() {
    CustomerStory dorothy = company.flagged("Dorothy");
    List<String> before = List.of(findings("causes"), findings("perception"));
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"text\":\"Terrible, late, rude, and I will cancel.\"}"
                .formatted(dorothy.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    assertThat(List.of(findings("causes"), findings("perception"))).isEqualTo(before);
  }

  private static String findings(String insight) {
    JsonPath found = asked(insight).extract().jsonPath();
    return found.getList("findings") + " " + found.getList("items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"causes", "recovery", "leaving", "training", "perception"})
  void of_nothing_nothing_is_found_and_nonsense_is_refused(String insight) {
    asked(insight).statusCode(200).body("findings", not(nullValue()));
    page(insight).body(not(containsString("NaN")));
    asked(insight + "?from=2026-01-02&to=2026-01-01").statusCode(400);
    asked(insight + "?to=2999-01-01").statusCode(400);
    asked(insight + "?from=1999-01-01").statusCode(400);
    asked(insight + "?since=2026-01-01").statusCode(400);
    for (String role : List.of("csr", "technician", "accounting", "integration", "service")) {
      Api.as(role).get(InsightApi.INSIGHTS + insight).then().statusCode(403);
    }
  }
}
