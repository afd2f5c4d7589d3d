package io.familiarface.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.rest.bulk.ForeignColumns;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientListColumnsTest {

  @Test
  void a_client_of_jobber_keeps_the_id_and_the_service_address() {
    ObjectNode line =
        columns(
                "J-ID|Display name|Company name|First name|Last name|Main phone #s|E-mails"
                    + "|Billing street 1|Billing city|Service street 1|Service city"
                    + "|Service state|Service zip code|Tags")
            .line(
                cells(
                    "8812|Dorothy's Gifts|Dorothy's"
                        + " Gifts|Dorothy|Hale|802-555-0117|dorothy@example.com|PO Box 9|Essex|12"
                        + " Mill Lane|Burlington|VT|05401|vip"));
    assertThat(line.path("externalId").asText()).isEqualTo("8812");
    assertThat(line.path("kind").asText()).isEqualTo("BUSINESS");
    assertThat(line.path("name").asText()).isEqualTo("Dorothy's Gifts");
    assertThat(line.path("preferredName").asText()).isEqualTo("Dorothy Hale");
    assertThat(line.path("email").asText()).isEqualTo("dorothy@example.com");
    assertThat(line.path("phone").asText()).contains("555");
    assertThat(line.at("/address/line1").asText()).isEqualTo("12 Mill Lane");
    assertThat(line.at("/address/postalCode").asText()).isEqualTo("05401");
    assertThat(line.has("tags")).isFalse();
  }

  @Test
  void a_customer_of_housecall_pro_is_named_by_first_and_last_name() {
    ObjectNode line =
        columns("First Name|Last Name|Email|Mobile Number|Street|City|State|Zip")
            .line(cells("Ann|Lee||802 555 0118|3 Elm St|Burlington|VT|05401"));
    assertThat(line.path("name").asText()).isEqualTo("Ann Lee");
    assertThat(line.path("kind").asText()).isEqualTo("HOUSEHOLD");
    assertThat(line.has("preferredName")).isFalse();
    assertThat(line.path("externalId").asText()).startsWith("c-");
  }

  @Test
  void a_customer_of_quickbooks_may_have_the_whole_address_in_one_cell() {
    ObjectNode line =
        columns("Customer full name|Phone numbers|Email|Billing address")
            .line(cells("Lee, Ann|(802) 555-0118||3 Elm St, Burlington, VT 05401"));
    assertThat(line.path("name").asText()).isEqualTo("Lee, Ann");
    assertThat(line.at("/address/city").asText()).isEqualTo("Burlington");
  }

  @Test
  void every_telephone_and_e_mail_of_a_row_is_taken_once_the_one_to_try_first_in_front() {
    ObjectNode jobber =
        columns("Display name|Home phone #s|Main phone #s|Mobile phone #s|Work phone #s|E-mails")
            .line(
                cells(
                    "Ann Lee|(802) 555-0119|802-555-0117, 802-555-0118|+1 802 555 0118|802.555.0120"
                        + " x12|ann@example.com, Ann@Example.com; office@example.com"));
    assertThat(jobber.path("phone").asText()).isEqualTo("802-555-0117");
    assertThat(jobber.path("otherPhones"))
        .extracting(JsonNode::asText)
        .containsExactly("802-555-0118", "(802) 555-0119", "802.555.0120 x12");
    assertThat(jobber.path("email").asText()).isEqualTo("ann@example.com");
    assertThat(jobber.path("otherEmails"))
        .extracting(JsonNode::asText)
        .containsExactly("office@example.com");
    ObjectNode housecall =
        columns(
                "First Name|Last Name|Email|Mobile Number|Home Number|Work Number|Additional Emails")
            .line(cells("Ann|Lee|a@example.com|802 555 0118||802 555 0119|b@example.com"));
    assertThat(housecall.path("otherPhones"))
        .extracting(JsonNode::asText)
        .containsExactly("802 555 0119");
    assertThat(housecall.path("otherEmails"))
        .extracting(JsonNode::asText)
        .containsExactly("b@example.com");
    ObjectNode quickbooks =
        columns("Customer full name|Phone numbers|Email")
            .line(cells("Ann Lee|Phone:(802) 555-0118 Mobile:(802) 555-0119|a@example.com"));
    assertThat(quickbooks.path("otherPhones")).hasSize(1);
    assertThat(quickbooks.has("otherEmails")).isFalse();
  }

  @Test
  void two_of_one_name_without_an_id_are_refused() {
    ForeignColumns columns = columns("Name|Phone|Email");
    columns.line(cells("Ann Lee|802 555 0118|"));
    assertThatThrownBy(() -> columns.line(cells("ann lee||ann@example.com")))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("same name");
  }

  @Test
  void nobody_and_a_street_without_a_city_are_refused() {
    ForeignColumns columns = columns("Name|Phone|Street");
    assertThatThrownBy(() -> columns.line(cells("|802 555 0118|"))).hasMessageContaining("nobody");
    assertThatThrownBy(() -> columns.line(cells("Ann||3 Elm"))).hasMessageContaining("no city");
  }

  @Test
  void our_own_header_and_a_list_of_something_else_are_not_understood_so() {
    assertThat(ClientListColumns.of(cells("externalId|name|phone|email"))).isEmpty();
    assertThat(ClientListColumns.of(cells("Date|Technician|Amount"))).isEmpty();
  }

  private static ForeignColumns columns(String header) {
    return ClientListColumns.of(cells(header)).orElseThrow();
  }

  private static List<String> cells(String row) {
    return Arrays.asList(row.split("\\|", -1));
  }
}
