package io.familiarface.jobs.accounting;

import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a redeemed certificate is worth is taken off an invoice, once. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscountTest {
  private static final String TEN_PERCENT = "\"percent\":10,\"amount\":null";

  @Inject Books books;
  private final UUID certificate = UUID.randomUUID();
  private Client client;

  @BeforeEach
  void a_customer_with_an_agreement() {
    client = books.client("June");
  }

  private static String worth(String amount, String currency) {
    return "\"percent\":null,\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}"
        .formatted(amount, currency);
  }

  private List<Map<String, Object>> memos() {
    return books.documents(client).stream()
        .filter(document -> document.get("kind").equals("CREDIT_MEMO"))
        .toList();
  }

  private String owed(String number) {
    return books.document(number).getString("owed.amount");
  }

  @Test
  void a_percentage_is_taken_off_the_invoice_that_is_to_be_paid() {
    String number = books.invoice(client, 0);
    books.hearDiscount(client, certificate, TEN_PERCENT, 7);
    assertThat(owed(number)).isEqualTo("80.10");
    assertThat(memos())
        .singleElement()
        .satisfies(
            memo -> {
              assertThat(memo.get("credits")).isEqualTo(number);
              assertThat(memo.get("reason")).isEqualTo("Certificate redeemed");
            });
    assertThat(owed(books.invoice(client, 1))).isEqualTo("89.00");
  }

  @Test
  void one_that_finds_no_invoice_waits_for_the_next() {
    books.hearDiscount(client, certificate, TEN_PERCENT, 7);
    assertThat(memos()).isEmpty();
    assertThat(owed(books.invoice(client, 0))).isEqualTo("80.10");
  }

  @Test
  void an_amount_is_taken_off_as_far_as_something_is_to_be_paid_and_the_rest_waits() {
    String first = books.invoice(client, 0);
    books.hearDiscount(client, certificate, worth("100.00", "USD"), 7);
    assertThat(books.state(first)).isEqualTo("PAID");
    String second = books.invoice(client, 1);
    assertThat(owed(second)).isEqualTo("78.00");
    assertThat(owed(books.invoice(client, 2))).isEqualTo("89.00");
  }

  @Test
  void a_certificate_that_is_told_again_counts_once() {
    String number = books.invoice(client, 0);
    for (int revision = 7; revision < 10; revision++) {
      books.hearDiscount(client, certificate, worth("20.00", "USD"), revision);
    }
    assertThat(memos()).hasSize(1);
    assertThat(owed(number)).isEqualTo("69.00");
  }

  @Test
  void what_is_paid_stays_paid_and_another_currency_is_not_mixed_in() {
    String number = books.invoice(client, 0);
    books.hearDiscount(client, UUID.randomUUID(), worth("5.00", "EUR"), 7);
    assertThat(owed(number)).isEqualTo("89.00");
    books.pay(number, "89.00", "BANK-" + UUID.randomUUID()).then().statusCode(201);
    books.hearDiscount(client, certificate, TEN_PERCENT, 8);
    assertThat(memos()).isEmpty();
    assertThat(owed(books.invoice(client, 1))).isEqualTo("80.10");
  }

  @Test
  void it_is_taken_off_what_is_paid_in_advance_as_well() {
    books.hearDiscount(client, certificate, worth("60.00", "USD"), 7);
    String number =
        json(
                "accounting",
                """
                {"agreementId":"%s","amount":{"amount":"960.00","currency":"USD"},
                 "from":"2027-01-01","to":"2027-12-31"}"""
                    .formatted(client.agreement()))
            .post("/v1/accounting/prepayments")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    assertThat(owed(number)).isEqualTo("900.00");
  }
}
