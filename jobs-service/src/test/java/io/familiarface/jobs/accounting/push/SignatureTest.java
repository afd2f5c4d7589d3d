package io.familiarface.jobs.accounting.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.accounting.RetryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureTest {
  @Test
  void a_message_is_signed_as_standard_webhooks_says() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void a_secret_is_random_and_can_sign() {
    String secret = Signature.newSecret();
    assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.newSecret());
    assertThat(Signature.of(secret, "msg_1", 1, "{}")).startsWith("v1,").hasSize(47);
  }

  @Test
  void what_fails_is_tried_again_later_each_time_and_then_given_up() {
    RetryPlan plan =
        new RetryPlan(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofHours(5)));
    assertThat(plan.delayAfter(1, Duration.ZERO).orElseThrow())
        .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500));
    assertThat(plan.delayAfter(2, Duration.ZERO).orElseThrow())
        .isBetween(Duration.ofHours(5), Duration.ofMinutes(330));
    assertThat(plan.delayAfter(1, Duration.ofMinutes(2))).contains(Duration.ofMinutes(2));
    assertThat(plan.delayAfter(3, Duration.ZERO)).isEqualTo(Optional.empty());
  }

  @Test
  void cron_means_the_local_time_of_its_zone_also_when_clocks_change() {
    PushTimes six = PushTimes.requireValid("0 6 * * *", "America/New_York");
    assertThat(six.nextAfter(Instant.parse("2026-03-07T12:00:00Z")))
        .isEqualTo("2026-03-08T10:00:00Z");
    assertThat(six.nextAfter(Instant.parse("2026-03-06T12:00:00Z")))
        .isEqualTo("2026-03-07T11:00:00Z");
  }
}
