package io.familiarface.jobs;

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
    TableOwners.assertOwned("io.familiarface.jobs", Map.of());
  }

  @Test
  void nobody_is_called_she_or_he() {
    Pronouns.assertNone(Map.of());
  }
}
