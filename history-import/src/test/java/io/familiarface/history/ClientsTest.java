package io.familiarface.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.report.ClientReport;
import io.familiarface.history.report.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of clients that goes along with a list of visits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientsTest {
  private static final String VISITS =
      """
      Date,Client name,Visit completed date,Assigned to
      "Apr 07, 2025",Ann Lee,"Apr 07, 2025",Ben Ortiz
      "Apr 08, 2025",Bob Ray,"Apr 08, 2025",Ben Ortiz
      "Apr 09, 2025",Cy Fox,"Apr 09, 2025",Ben Ortiz
      """;

  @TempDir Path folder;

  @Test
  void jobbers_client_list_fills_telephone_e_mail_and_address() throws IOException {
    Reading reading =
        read(
            VISITS,
            """
            J-ID,Display Name,First Name,Last Name,Main Phone #s,E-mails,Billing Street 1,Mobile Phone #s,Service Street 1,Service Street 2,Service City,Service State,Service Zip code
            1_2,Ann Lee,Ann,Lee,"8025550001, 8025550002",ann@example.com,1 Post Box,,3 Elm Street,Apt 4,Burlington,VT,="05401"
            1_3,Ray & Sons,Bob,Ray,,bob@example.com,,8025550003,9 Oak Street,,Stowe,VT,5672
            """);

    JsonNode ann = reading.customers().get(0);
    assertThat(ann.get("phone").asText()).isEqualTo("8025550001");
    assertThat(ann.get("otherPhones")).extracting(JsonNode::asText).containsExactly("8025550002");
    assertThat(ann.has("otherEmails")).isFalse();
    assertThat(ann.get("email").asText()).isEqualTo("ann@example.com");
    assertThat(ann.at("/address/line1").asText()).isEqualTo("3 Elm Street");
    assertThat(ann.at("/address/line2").asText()).isEqualTo("Apt 4");
    assertThat(ann.at("/address/postalCode").asText()).isEqualTo("05401");
    JsonNode bob = reading.customers().get(1);
    assertThat(bob.get("phone").asText()).isEqualTo("8025550003");
    assertThat(bob.at("/address/postalCode").asText()).isEqualTo("05672");
    assertThat(reading.customers().get(2).has("phone")).isFalse();
    assertThat(reading.report().clients()).isEqualTo(new ClientReport("clients.csv", 2, 2, 1));
    assertThat(reading.counted(Note.CLIENT_MISSING)).isOne();
    assertThat(reading.report().toString()).contains("2 customers found in it");
  }

  @Test
  void every_telephone_and_e_mail_of_the_visits_and_the_list_is_taken_once() throws IOException {
    Reading reading =
        read(
            "date,customer,technician,phone\n2025-04-07,Ann Lee,Ben Ortiz,802-555-0009\n",
            """
            Name,Work Phone,Home Phone,Mobile Phone,Email,Additional Emails
            Ann Lee,802-555-0003,(802) 555-0009,802-555-0002,a@example.com,"b@example.com; A@example.com"
            """);

    JsonNode ann = reading.customers().get(0);
    assertThat(ann.get("phone").asText()).isEqualTo("802-555-0009");
    assertThat(ann.get("otherPhones"))
        .extracting(JsonNode::asText)
        .containsExactly("802-555-0002", "802-555-0003");
    assertThat(ann.get("otherEmails"))
        .extracting(JsonNode::asText)
        .containsExactly("b@example.com");
  }

  @Test
  void what_the_visits_say_stays() throws IOException {
    Reading reading =
        read(
            "date,customer,technician,phone\n2025-04-07,Ann Lee,Ben Ortiz,802-555-0009\n",
            "Name,Phone,Email\nAnn Lee,\"802-555-0001, 802-555-0009\",ann@example.com\n");

    assertThat(reading.customers().get(0).get("phone").asText()).isEqualTo("802-555-0009");
    assertThat(reading.customers().get(0).get("email").asText()).isEqualTo("ann@example.com");
  }

  @Test
  void a_name_that_two_clients_have_fills_nothing_unless_something_tells_which()
      throws IOException {
    Reading reading =
        read(
            """
            date,customer,technician,phone
            2025-04-07,Ann Lee,Ben Ortiz,
            2025-04-07,Bob Ray,Ben Ortiz,802-555-0003
            2025-04-07,Cy Fox,Ben Ortiz,802-555-0007
            """,
            """
            Display Name,Mobile Number,Email
            Ann Lee,802-555-0001,ann@example.com
            Ann Lee,802-555-0002,other@example.com
            Bob Ray,802-555-0003,bob@example.com
            Bob Ray,802-555-0004,ray@example.com
            Cy Fox,802-555-0008,cy@example.com
            """);

    assertThat(reading.customers().get(0).has("email")).isFalse();
    assertThat(reading.customers().get(1).get("email").asText()).isEqualTo("bob@example.com");
    assertThat(reading.customers().get(2).has("email")).isFalse();
    assertThat(reading.counted(Note.CLIENT_UNCLEAR)).isEqualTo(2);
  }

  @Test
  void the_systems_own_id_goes_before_the_name() throws IOException {
    Reading reading =
        read(
            "date,customer id,customer,technician\n2025-04-07,17,Ann Lee,Ben Ortiz\n",
            """
            ID,Name,Phone,Email
            16,Ann Lee,802-555-0016,ann16@example.com
            17,Ann Lee-Ray,802-555-0017,ann17@example.com
            """);

    assertThat(reading.customers().get(0).get("email").asText()).isEqualTo("ann17@example.com");
  }

  @Test
  void a_list_of_anything_else_is_refused() {
    assertThatThrownBy(() -> read(VISITS, "Invoice #,Client name,Total\n1,Ann Lee,89\n"))
        .isInstanceOf(UnreadableHistory.class)
        .hasMessageContaining("clients.csv is no list of clients");
  }

  private Reading read(String visits, String clients) throws IOException {
    Path list = Files.writeString(folder.resolve("clients.csv"), clients);
    return Reading.of(
        Files.writeString(folder.resolve("visits.csv"), visits), Reading.OPTIONS.withClients(list));
  }
}
