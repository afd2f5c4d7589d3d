package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.RawResponse;
import io.familiarface.rest.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class AnswerHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/notes",
        "/v1/notes/ext:nobody",
        "/v1/notes/%zz",
        "/v1/notes?limit=x",
        "/v1/x"
      })
  void no_answer_about_persons_is_kept_guessed_at_or_run(String target) {
    RawResponse answer = RawHttp.get(target);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
  }

  @Test
  void a_page_made_by_a_resource_may_have_its_style_and_runs_nothing() {
    RawResponse answer = RawHttp.get("/v1/notes/page", "Accept: text/html");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'unsafe-inline'")
        .doesNotContain("script-src");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}
