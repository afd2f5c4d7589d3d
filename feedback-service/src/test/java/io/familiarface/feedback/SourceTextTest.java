package io.familiarface.feedback;

import io.familiarface.rest.testing.Pronouns;
import io.familiarface.rest.testing.TableOwners;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceTextTest {

  @Test
  void each_table_is_named_in_one_package() {
    TableOwners.assertOwned("io.familiarface.feedback", Map.of());
  }

  @Test
  void people_are_named_or_they() {
    Pronouns.assertNone(Map.of());
  }
}
