package io.familiarface.feedback.risk.state;

import io.familiarface.feedback.risk.continuity.Continuity;
import io.familiarface.feedback.risk.continuity.VisitCounts;
import java.util.ArrayList;

/** A ring of the latest visits, for continuity over a rolling window. */
final class VisitWindow {

  static final int CAPACITY = 16;

  private final long[] at = new long[CAPACITY];
  private final byte[] slot = new byte[CAPACITY];
  private int size;
  private int head;

  void add(long when, int technicianSlot) {
    at[head] = when;
    slot[head] = (byte) technicianSlot;
    head = (head + 1) % CAPACITY;
    size = Math.min(CAPACITY, size + 1);
  }

  boolean holds(int technicianSlot) {
    for (var i = 0; i < size; i++) {
      if (slot[i] == technicianSlot) {
        return true;
      }
    }
    return false;
  }

  Continuity since(long from) {
    var technicians = new ArrayList<Byte>(size);
    for (var i = 0; i < size; i++) {
      var place = place(i);
      if (at[place] > from) {
        technicians.add(slot[place]);
      }
    }
    return VisitCounts.of(technicians);
  }

  private int place(int fromOldest) {
    return (head - size + fromOldest + CAPACITY) % CAPACITY;
  }

  VisitWindow copy() {
    var copy = new VisitWindow();
    System.arraycopy(at, 0, copy.at, 0, CAPACITY);
    System.arraycopy(slot, 0, copy.slot, 0, CAPACITY);
    copy.size = size;
    copy.head = head;
    return copy;
  }

  void write(StateWriter out) {
    out.count(size);
    for (var i = 0; i < size; i++) {
      out.time(at[place(i)]);
      out.count(slot[place(i)]);
    }
  }

  static VisitWindow read(StateReader in) {
    var window = new VisitWindow();
    for (var left = in.count(); left > 0; left--) {
      window.add(in.time(), in.count());
    }
    return window;
  }
}
