package io.familiarface.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressRateLimitTest {

  @Test
  void one_network_of_ipv6_is_one_caller() {
    assertThat(AddressRateLimit.network("2001:db8::1"))
        .isEqualTo(AddressRateLimit.network("2001:db8:0:0:ffff::2"))
        .isNotEqualTo(AddressRateLimit.network("2001:db8:0:1::1"));
    assertThat(AddressRateLimit.network("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(AddressRateLimit.network(null)).isEqualTo("null");
  }

  @Test
  void who_sends_too_many_is_told_when_to_try_again_and_others_are_let_in() {
    TokenBuckets buckets = new TokenBuckets(3, 3, Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      buckets.take("192.0.2.1", "Too many.");
    }
    assertThatThrownBy(() -> buckets.take("192.0.2.1", "Too many."))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(429);
              assertThat(problem.getHeaders()).containsKey("Retry-After");
            });
    buckets.take("192.0.2.2", "Too many.");
  }
}
