package io.familiarface.risk.state;

import io.familiarface.risk.continuity.Continuity;
import io.familiarface.risk.signal.EpochMicros;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * A ring of the latest visits, for continuity over a rolling window: enough for a year of a weekly
 * customer. Times are kept to the minute.
 */
final class VisitWindow {

  static final int CAPACITY = 60;

  /** Technicians who had to give up their slots while their visits are still in the window. */
  private static final byte SHARED = TechnicianCounts.SLOTS;

  private static final int SLOT_BITS = 5;

  private int[] minute = new int[8];
  private byte[] slot = new byte[8];
  private int size;
  private int head;

  void add(long when, int technicianSlot) {
    put(minuteOf(when), technicianSlot);
  }

  private void put(int when, int technicianSlot) {
    if (size == minute.length && size < CAPACITY) {
      var room = Math.min(CAPACITY, 2 * size);
      minute = Arrays.copyOf(minute, room);
      slot = Arrays.copyOf(slot, room);
      head = size;
    }
    minute[head] = when;
    slot[head] = (byte) technicianSlot;
    head = (head + 1) % minute.length;
    size = Math.min(minute.length, size + 1);
  }

  boolean holds(int technicianSlot) {
    for (var i = 0; i < size; i++) {
      if (slot[i] == technicianSlot) {
        return true;
      }
    }
    return false;
  }

  /** The slot is somebody else's from now on. */
  void release(int technicianSlot) {
    for (var i = 0; i < size; i++) {
      if (slot[i] == technicianSlot) {
        slot[i] = SHARED;
      }
    }
  }

  Continuity since(long from) {
    var technicians = new ArrayList<Byte>(size);
    for (var i = 0; i < size; i++) {
      var place = place(i);
      if (minute[place] > minuteOf(from)) {
        technicians.add(slot[place]);
      }
    }
    return Continuity.of(technicians);
  }

  private static int minuteOf(long micros) {
    return (int) Math.floorDiv(micros, EpochMicros.PER_DAY / 1_440);
  }

  private int place(int fromOldest) {
    return (head - size + fromOldest + minute.length) % minute.length;
  }

  VisitWindow copy() {
    var copy = new VisitWindow();
    copy.minute = minute.clone();
    copy.slot = slot.clone();
    copy.size = size;
    copy.head = head;
    return copy;
  }

  void write(StateWriter out) {
    out.count(size);
    var before = 0;
    for (var i = 0; i < size; i++) {
      var step = minute[place(i)] - before;
      var zigzag = (step << 1 ^ step >> 31) & 0xFFFFFFFFL;
      out.count(zigzag << SLOT_BITS | slot[place(i)]);
      before = minute[place(i)];
    }
  }

  static VisitWindow read(StateReader in) {
    var window = new VisitWindow();
    var before = 0;
    for (var left = in.count(); left > 0; left--) {
      var both = in.big();
      var zigzag = (int) (both >>> SLOT_BITS);
      before += zigzag >>> 1 ^ -(zigzag & 1);
      window.put(before, (int) both & (1 << SLOT_BITS) - 1);
    }
    return window;
  }
}
