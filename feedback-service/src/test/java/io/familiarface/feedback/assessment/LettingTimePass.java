package io.familiarface.feedback.assessment;

import jakarta.enterprise.context.ApplicationScoped;

/** Looks at those who are due, as the daily tick would. */
@ApplicationScoped
public class LettingTimePass {
  private final DailyTick tick;

  LettingTimePass(DailyTick tick) {
    this.tick = tick;
  }

  public void passes() {
    tick.assessDue();
  }
}
