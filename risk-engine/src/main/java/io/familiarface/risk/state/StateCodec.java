package io.familiarface.risk.state;

import io.familiarface.risk.signal.SignalKind;

/** How a customer's state is copied and kept as bytes. */
final class StateCodec {

  private StateCodec() {}

  static CustomerState copy(CustomerState from) {
    var to = new CustomerState();
    to.lastAt = from.lastAt;
    to.lastKind = from.lastKind;
    to.lastKey = from.lastKey;
    to.burned = from.burned;
    to.completed = from.completed;
    to.onTime = from.onTime;
    to.late = from.late;
    to.missed = from.missed;
    to.changes = from.changes;
    to.inRow = from.inRow;
    to.sums = from.sums.copy();
    to.technicians = from.technicians.copy();
    to.window = from.window.copy();
    to.satisfaction = from.satisfaction.copy();
    to.flags = from.flags.copy();
    from.agreements.list().forEach(track -> to.agreements.add(track.copy()));
    to.promises = from.promises.copy();
    to.recentChanges = from.recentChanges.copy();
    to.breaches = from.breaches.copy();
    to.openCases = from.openCases.copy();
    from.references.forEach((kind, latest) -> to.references.put(kind, latest.copy()));
    return to;
  }

  static byte[] encode(CustomerState state, int format) {
    var out = new StateWriter();
    out.count(format);
    out.count(state.lastKind == null ? 0 : state.lastKind.ordinal() + 1);
    if (state.lastKind == null) {
      return out.bytes();
    }
    out.key(state.lastKey);
    out.time(state.lastAt);
    out.count(state.burned == null ? 0 : 1);
    if (state.burned != null) {
      state.burned.write(out);
    }
    out.count(state.completed);
    out.count(state.onTime);
    out.count(state.late);
    out.count(state.missed);
    out.count(state.changes);
    out.count(state.inRow);
    state.sums.write(out);
    state.technicians.write(out);
    state.window.write(out);
    state.satisfaction.write(out);
    state.flags.write(out);
    state.agreements.write(out, AgreementState::write);
    state.promises.write(out, ActivePromise::write);
    state.recentChanges.write(out, TechnicianChange::write);
    state.breaches.write(out, PromiseBreach::write);
    for (var kind : ReferenceKind.values()) {
      state.references.get(kind).write(out, DatedReference::write);
      if (kind == ReferenceKind.COMPLAINT) {
        state.openCases.write(out, OpenCase::write);
      }
    }
    return out.bytes();
  }

  static CustomerState decode(byte[] bytes, int format) {
    var in = new StateReader(bytes);
    if (in.count() != format) {
      throw new IllegalArgumentException("this state was written in another format: replay it");
    }
    var state = new CustomerState();
    var lastKind = in.count();
    if (lastKind == 0) {
      return state;
    }
    state.lastKind = SignalKind.values()[lastKind - 1];
    state.lastKey = in.key();
    state.lastAt = in.time();
    state.burned = in.count() == 0 ? null : DatedReference.read(in);
    state.completed = in.count();
    state.onTime = in.count();
    state.late = in.count();
    state.missed = in.count();
    state.changes = in.count();
    state.inRow = in.count();
    state.sums = DecayedSums.read(in);
    state.technicians = TechnicianCounts.read(in);
    state.window = VisitWindow.read(in);
    state.satisfaction = SatisfactionTrend.read(in);
    state.flags = FlagHistory.read(in);
    state.agreements.read(in, AgreementState::read);
    state.promises.read(in, ActivePromise::read);
    state.recentChanges.read(in, TechnicianChange::read);
    state.breaches.read(in, PromiseBreach::read);
    for (var kind : ReferenceKind.values()) {
      state.references.get(kind).read(in, DatedReference::read);
      if (kind == ReferenceKind.COMPLAINT) {
        state.openCases.read(in, OpenCase::read);
      }
    }
    return state;
  }
}
