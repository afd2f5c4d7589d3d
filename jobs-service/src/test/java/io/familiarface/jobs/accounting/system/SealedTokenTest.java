package io.familiarface.jobs.accounting.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedTokenTest {
  @Test
  void only_who_has_the_configured_token_reads_the_one_that_is_kept() {
    String sealed = SealedToken.seal("first", "RT1-next-ü");
    assertThat(sealed).doesNotContain("RT1");
    assertThat(SealedToken.open("first", sealed)).isEqualTo("RT1-next-ü");
    assertThatThrownBy(() -> SealedToken.open("another", sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("RT1");
  }

  @Test
  void one_token_is_sealed_otherwise_each_time_and_known_again_by_its_fingerprint() {
    assertThat(SealedToken.seal("first", "next")).isNotEqualTo(SealedToken.seal("first", "next"));
    assertThat(SealedToken.fingerprint("first"))
        .isEqualTo(SealedToken.fingerprint("first"))
        .isNotEqualTo(SealedToken.fingerprint("another"))
        .doesNotContain("first");
  }
}
