package io.familiarface.rest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.familiarface.rest.problem.CommonProblem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** So many requests in a time for each of those who send them, with room for a burst. */
final class TokenBuckets {
  private static final int CALLERS_REMEMBERED = 10_000;

  private final Cache<String, Bucket> buckets;
  private final long burst;
  private final long requests;
  private final Duration time;

  TokenBuckets(long burst, long requests, Duration time) {
    this.burst = burst;
    this.requests = requests;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(CALLERS_REMEMBERED)
            .expireAfterAccess(
                time.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : time)
            .build();
  }

  /**
   * Counts a request.
   *
   * @param detail what is said to whoever sends too many
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429, with when to try again
   */
  void take(String caller, String detail) {
    ConsumptionProbe probe = buckets.get(caller, name -> full()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw CommonProblem.TOO_MANY_REQUESTS
          .start()
          .withDetail(detail)
          .withHeader(
              "Retry-After", 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()))
          .build();
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(requests, time))
        .build();
  }
}
