package io.familiarface.risk.state;

import io.familiarface.risk.continuity.RunningCounts;
import io.familiarface.risk.signal.SignalKind;

/** How a customer's state is copied and kept as bytes. */
final class StateFormat {

  private StateFormat() {}

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
    to.complaints = from.complaints.copy();
    to.openCases = from.openCases.copy();
    to.missedVisits = from.missedVisits.copy();
    to.lateVisits = from.lateVisits.copy();
    to.surprises = from.surprises.copy();
    to.reopenings = from.reopenings.copy();
    to.badMoods = from.badMoods.copy();
    to.marks = from.marks.copy();
    to.unanswered = from.unanswered.copy();
    to.invoices = from.invoices.copy();
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
    state.agreements.write(out, AgreementTrack::write);
    state.promises.write(out, PromiseOnRecord::write);
    state.recentChanges.write(out, Change::write);
    state.breaches.write(out, Breach::write);
    state.complaints.write(out, Trace::write);
    state.openCases.write(out, OpenCase::write);
    state.missedVisits.write(out, Trace::write);
    state.lateVisits.write(out, Trace::write);
    state.surprises.write(out, Trace::write);
    state.reopenings.write(out, Trace::write);
    state.badMoods.write(out, Trace::write);
    state.marks.write(out, Trace::write);
    state.unanswered.write(out, Trace::write);
    state.invoices.write(out, Trace::write);
    return out.bytes();
  }

  static CustomerState decode(byte[] bytes, int format) {
    var in = new StateReader(bytes);
    if (in.count() != format) {
      throw new IllegalArgumentException("this state was written in another format: replay it");
    }
    var state = new CustomerState();
    var kind = in.count();
    if (kind == 0) {
      return state;
    }
    state.lastKind = SignalKind.values()[kind - 1];
    state.lastKey = in.key();
    state.lastAt = in.time();
    state.burned = in.count() == 0 ? null : Trace.read(in);
    state.completed = in.count();
    state.onTime = in.count();
    state.late = in.count();
    state.missed = in.count();
    state.changes = in.count();
    state.inRow = in.count();
    state.sums = FadingSums.read(in);
    state.technicians = RunningCounts.read(in);
    state.window = VisitWindow.read(in);
    state.satisfaction = Satisfaction.read(in);
    state.flags = FlagBook.read(in);
    state.agreements.read(in, AgreementTrack::read);
    state.promises.read(in, PromiseOnRecord::read);
    state.recentChanges.read(in, Change::read);
    state.breaches.read(in, Breach::read);
    state.complaints.read(in, Trace::read);
    state.openCases.read(in, OpenCase::read);
    state.missedVisits.read(in, Trace::read);
    state.lateVisits.read(in, Trace::read);
    state.surprises.read(in, Trace::read);
    state.reopenings.read(in, Trace::read);
    state.badMoods.read(in, Trace::read);
    state.marks.read(in, Trace::read);
    state.unanswered.read(in, Trace::read);
    state.invoices.read(in, Trace::read);
    return state;
  }
}
