package io.familiarface.risk.state;

import io.familiarface.risk.continuity.Continuity;
import java.util.Arrays;
import java.util.UUID;

/**
 * Visits per technician in bounded room. Technicians have a slot each; when all are taken, the one
 * with the fewest visits gives theirs up, and what they did stays in the sums. The measures are
 * exact unless somebody comes back after having given up their slot, which takes more than {@value
 * #SLOTS} technicians for one customer.
 */
final class TechnicianCounts {

  static final int SLOTS = 24;

  private long[] technician = new long[4];
  private int[] visits = new int[4];
  private int used;
  private int total;
  private int technicians;
  private int samePairs;
  private int last = -1;
  private int retiredMost;
  private long retiredSquares;
  private double retiredWeightedLogs;

  /**
   * What tells technicians apart: 35 bits, five bytes when kept. That two of a customer's {@value
   * #SLOTS} technicians share one happens to one customer in a hundred million.
   */
  static long hash(UUID technician) {
    var mixed = technician.getMostSignificantBits() * 0x9E3779B97F4A7C15L;
    return (mixed ^ technician.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L >>> 29;
  }

  /**
   * Counts a visit.
   *
   * @param technician their {@link #hash}
   * @param window slots that are given away last
   * @return the technician's slot
   */
  int add(long technician, VisitWindow window) {
    var slot = slotOf(technician);
    if (slot < 0) {
      slot = used < SLOTS ? used++ : retireOne(window);
      grow();
      this.technician[slot] = technician;
      visits[slot] = 0;
      technicians++;
    }
    if (slot == last) {
      samePairs++;
    }
    visits[slot]++;
    total++;
    last = slot;
    return slot;
  }

  Continuity measures() {
    var most = retiredMost;
    var squares = retiredSquares;
    var weightedLogs = retiredWeightedLogs;
    for (var i = 0; i < used; i++) {
      most = Math.max(most, visits[i]);
      squares += (long) visits[i] * visits[i];
      weightedLogs += visits[i] * Continuity.log2(visits[i]);
    }
    return Continuity.of(total, technicians, most, squares, weightedLogs, samePairs);
  }

  private int slotOf(long wanted) {
    for (var i = 0; i < used; i++) {
      if (technician[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private int retireOne(VisitWindow window) {
    var least = leastOf(window);
    if (least < 0) {
      least = leastOf(null);
      window.release(least);
    }
    retiredMost = Math.max(retiredMost, visits[least]);
    retiredSquares += (long) visits[least] * visits[least];
    retiredWeightedLogs += visits[least] * Continuity.log2(visits[least]);
    return least;
  }

  private int leastOf(VisitWindow window) {
    var least = -1;
    for (var i = 0; i < used; i++) {
      var free = i != last && (window == null || !window.holds(i));
      if (free && (least < 0 || visits[i] < visits[least])) {
        least = i;
      }
    }
    return least;
  }

  private void grow() {
    if (used > technician.length) {
      technician = Arrays.copyOf(technician, Math.min(SLOTS, 2 * technician.length));
      visits = Arrays.copyOf(visits, technician.length);
    }
  }

  TechnicianCounts copy() {
    var copy = new TechnicianCounts();
    copy.technician = technician.clone();
    copy.visits = visits.clone();
    copy.used = used;
    copy.total = total;
    copy.technicians = technicians;
    copy.samePairs = samePairs;
    copy.last = last;
    copy.retiredMost = retiredMost;
    copy.retiredSquares = retiredSquares;
    copy.retiredWeightedLogs = retiredWeightedLogs;
    return copy;
  }

  void write(StateWriter out) {
    out.count(used);
    for (var i = 0; i < used; i++) {
      out.count(technician[i]);
      out.count(visits[i]);
    }
    out.count(total);
    out.count(technicians);
    out.count(samePairs);
    out.count(last + 1L);
    out.count(retiredMost);
    out.count(retiredSquares);
    out.number(retiredWeightedLogs);
  }

  static TechnicianCounts read(StateReader in) {
    var counts = new TechnicianCounts();
    counts.used = in.count();
    counts.technician = new long[Math.max(4, counts.used)];
    counts.visits = new int[Math.max(4, counts.used)];
    for (var i = 0; i < counts.used; i++) {
      counts.technician[i] = in.big();
      counts.visits[i] = in.count();
    }
    counts.total = in.count();
    counts.technicians = in.count();
    counts.samePairs = in.count();
    counts.last = in.count() - 1;
    counts.retiredMost = in.count();
    counts.retiredSquares = in.big();
    counts.retiredWeightedLogs = in.number();
    return counts;
  }
}
