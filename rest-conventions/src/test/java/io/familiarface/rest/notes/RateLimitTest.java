package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@TestProfile(InFrontOfNotes.class)
class RateLimitTest {

  @Test
  void a_caller_who_asks_too_often_is_told_to_wait_and_the_others_are_served() {
    List<Response> answers =
        IntStream.range(0, 60).mapToObj(i -> Call.as("admin").get("/v1/notes")).toList();
    assertThat(answers).anyMatch(answer -> answer.statusCode() == 200);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .isNotEmpty()
        .allMatch(answer -> answer.header("Retry-After") != null)
        .allMatch(answer -> answer.contentType().startsWith("application/problem+json"));
    assertThat(Call.as("csr").get("/v1/notes").statusCode()).isEqualTo(200);
  }
}
