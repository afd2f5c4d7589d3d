package io.familiarface.risk.state;

import io.familiarface.risk.signal.FeedbackGiven;

/**
 * What the customer says when asked, as marks from 1 (worst) to 5 (best); kept to seven digits, as
 * they are written.
 */
final class SatisfactionTrend {

  private static final double QUICK = 0.5;
  private static final double SLOW = 0.2;

  private float level;
  private float usual;
  private float last;
  private long lastAt;
  private int given;

  /** The marks of one answer brought to 1–5 and averaged; NaN when it holds none. */
  static double mark(FeedbackGiven feedback) {
    var sum = 0.0;
    var n = 0;
    if (feedback.csat() != null) {
      sum += feedback.csat();
      n++;
    }
    if (feedback.nps() != null) {
      sum += 1 + feedback.nps() * 0.4;
      n++;
    }
    if (feedback.effort() != null) {
      sum += 1 + (7 - feedback.effort()) * 4 / 6.0;
      n++;
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  void add(double mark, long at) {
    level = (float) (given == 0 ? mark : level + QUICK * (mark - level));
    usual = (float) (given == 0 ? mark : usual + SLOW * (mark - usual));
    last = (float) mark;
    lastAt = at;
    given++;
  }

  int given() {
    return given;
  }

  double level() {
    return level;
  }

  /** How far the last mark lies below their usual one. */
  double fall() {
    return Math.max(0, usual - last);
  }

  double last() {
    return last;
  }

  long lastAt() {
    return lastAt;
  }

  SatisfactionTrend copy() {
    var copy = new SatisfactionTrend();
    copy.level = level;
    copy.usual = usual;
    copy.last = last;
    copy.lastAt = lastAt;
    copy.given = given;
    return copy;
  }

  void write(StateWriter out) {
    out.count(given);
    if (given > 0) {
      out.single(level);
      out.single(usual);
      out.single(last);
      out.time(lastAt);
    }
  }

  static SatisfactionTrend read(StateReader in) {
    var satisfaction = new SatisfactionTrend();
    satisfaction.given = in.count();
    if (satisfaction.given > 0) {
      satisfaction.level = in.single();
      satisfaction.usual = in.single();
      satisfaction.last = in.single();
      satisfaction.lastAt = in.time();
    }
    return satisfaction;
  }
}
