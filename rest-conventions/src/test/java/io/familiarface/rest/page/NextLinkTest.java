package io.familiarface.rest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NextLinkTest {
  @ParameterizedTest
  @CsvSource({
    "http://here/v1/notes, http://here/v1/notes?cursor=c-1.bm8",
    "http://here/v1/notes?, http://here/v1/notes?cursor=c-1.bm8",
    "http://here/v1/notes?cursor=old, http://here/v1/notes?cursor=c-1.bm8",
    "http://here/v1/notes?c%75rsor=old&limit=2, http://here/v1/notes?limit=2&cursor=c-1.bm8",
    "http://here/v1/notes?cursor&name=a%26b%20%C3%A9+c, http://here/v1/notes?name=a%26b%20%C3%A9+c&cursor=c-1.bm8",
    "http://here/v1/notes?q=cursor%3D1&cursors=2, http://here/v1/notes?q=cursor%3D1&cursors=2&cursor=c-1.bm8"
  })
  void what_was_asked_is_asked_again_behind_the_cursor(String asked, String next) {
    assertThat(NextLink.next(URI.create(asked), "c-1.bm8")).isEqualTo(next);
  }
}
