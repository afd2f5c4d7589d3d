package io.familiarface.history.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.history.value.Price;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineJsonTest {
  @Test
  void a_visit_says_what_is_known_and_nothing_else() {
    Instant at = Instant.parse("2025-01-06T17:00:00Z");
    var line =
        new VisitLine(
            "v-1",
            "a-1",
            at,
            null,
            "COMPLETED",
            "t-1",
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null);

    assertThat(json(line))
        .isEqualTo(
            "{'externalId':'v-1','agreementExternalId':'a-1','scheduledAt':'2025-01-06T17:00:00Z','outcome':'COMPLETED','technicianExternalId':'t-1','customerTold':false}");
  }

  @Test
  void money_is_text_and_a_day_is_a_day() {
    var price = new Price(new BigDecimal("89.00"), "USD");
    LocalDate start = LocalDate.of(2025, 1, 6);

    assertThat(
            json(
                new AgreementLine(
                    "a-1", "c-1", "Spraying", "FREQ=MONTHLY", true, start, price, null)))
        .isEqualTo(
            "{'externalId':'a-1','customerExternalId':'c-1','program':'Spraying','recurrence':'FREQ=MONTHLY','recurrenceGuessed':true,'startsOn':'2025-01-06','price':{'amount':'89.00','currency':'USD'}}");
  }

  @Test
  void a_cancellation_has_no_key_but_that_of_its_agreement() {
    Instant at = Instant.parse("2025-01-06T23:00:00Z");

    assertThat(json(new CancellationLine("a-1", at, "PRICE", null)))
        .isEqualTo(
            "{'agreementExternalId':'a-1','cancelledAt':'2025-01-06T23:00:00Z','reason':'PRICE'}");
  }

  private static String json(ImportLine line) {
    return new String(LineJson.write(line), StandardCharsets.UTF_8).replace('"', '\'');
  }
}
