package io.familiarface.jobs.visit;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Stream;

/** The times of day that a customer who agreed on one may be offered on another day. */
public final class NearbyTimes {
  private static final int[] HOURS_BESIDE = {0, -1, 1, -2, 2};

  private NearbyTimes() {}

  /** The time agreed first of all; none on the other side of midnight. */
  public static Stream<LocalTime> of(LocalTime agreed) {
    return Arrays.stream(HOURS_BESIDE)
        .filter(hours -> agreed.getHour() + hours >= 0 && agreed.getHour() + hours < 24)
        .mapToObj(agreed::plusHours);
  }
}
