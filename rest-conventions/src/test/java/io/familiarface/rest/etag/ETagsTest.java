package io.familiarface.rest.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.rest.Ids;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ETagsTest {
  private static final UUID THING = Ids.next();

  private record View(String name) {}

  private static void assertMatches(String ifMatch) {
    assertThatCode(() -> ETags.requireMatch(ifMatch, THING, 3)).doesNotThrowAnyException();
  }

  private static void assertStale(String ifMatch) {
    assertThatThrownBy(() -> ETags.requireMatch(ifMatch, THING, 3))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(412));
  }

  @Test
  void the_version_that_was_read_matches_with_whatever_was_shown_beside_it() {
    assertMatches('"' + ETags.tag(THING, 3) + '"');
    assertMatches('"' + ETags.covering(THING, 3, new View("Ann")) + '"');
    assertMatches("\"7\", \"" + ETags.tag(THING, 3) + '"');
  }

  @Test
  void the_number_of_the_version_will_do() {
    assertMatches("\"3\"");
    assertMatches("*");
  }

  @Test
  void the_same_version_of_what_had_the_key_before_is_stale() {
    assertStale('"' + ETags.tag(Ids.next(), 3) + '"');
    assertStale('"' + ETags.covering(Ids.next(), 3, new View("Ann")) + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "3", "W/\"3\"", "\"33\"", "\"3-\"", "\"3-0\"", "\"\""})
  void anything_else_is_stale(String ifMatch) {
    assertStale(ifMatch);
  }
}
