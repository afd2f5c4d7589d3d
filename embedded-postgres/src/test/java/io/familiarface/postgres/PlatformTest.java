package io.familiarface.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, false, postgres-linux-x86_64.txz",
    "Linux, aarch64, false, postgres-linux-arm_64.txz",
    "Linux, amd64, true, postgres-linux-x86_64-alpine_linux.txz",
    "Mac OS X, x86_64, false, postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz",
  })
  void each_supported_machine_has_its_programs_on_the_class_path(
      String os, String processor, boolean alpine, String archive) {
    assertThat(Platform.archive(os, processor, alpine)).isEqualTo(archive);
    assertThat(getClass().getResource("/" + archive)).isNotNull();
  }

  @Test
  void another_machine_is_told_what_would_do() {
    assertThatThrownBy(() -> Platform.archive("Windows 11", "amd64", false))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("use Linux or macOS");
  }
}
