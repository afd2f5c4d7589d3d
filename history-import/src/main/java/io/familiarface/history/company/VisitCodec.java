package io.familiarface.history.company;

import io.familiarface.history.company.SeenChange.Notice;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Price;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Visits as bytes, for sorting on disk. Read back by the run that wrote them and by no other. */
final class VisitCodec {
  private static final long NO_DAY = Long.MIN_VALUE;

  private VisitCodec() {}

  static byte[] encode(SeenVisit visit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(visit.line());
      day(out, visit.day());
      out.writeInt(visit.time() == null ? -1 : visit.time().toSecondOfDay());
      customer(out, visit.customer());
      out.writeByte(visit.technicians().size());
      for (String technician : visit.technicians()) {
        out.writeUTF(technician);
      }
      text(out, visit.visitId());
      out.writeByte(visit.outcome().ordinal());
      text(out, visit.change().reason());
      text(out, visit.change().permanence());
      notice(out, visit.change().told());
      notice(out, visit.change().introduced());
      text(out, visit.program());
      text(out, visit.price() == null ? null : visit.price().amount().toPlainString());
      text(out, visit.price() == null ? null : visit.price().currency());
      SeenCancellation cancellation = visit.cancellation();
      day(out, cancellation == null ? null : cancellation.on());
      text(out, cancellation == null ? null : cancellation.reason());
      text(out, cancellation == null ? null : cancellation.words());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SeenVisit decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new SeenVisit(
          in.readLong(),
          day(in),
          time(in.readInt()),
          customer(in),
          technicians(in),
          text(in),
          Outcome.values()[in.readByte()],
          new SeenChange(text(in), text(in), notice(in), notice(in)),
          text(in),
          price(text(in), text(in)),
          cancellation(day(in), text(in), text(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void customer(DataOutputStream out, SeenCustomer customer) throws IOException {
    text(out, customer.name());
    text(out, customer.id());
    out.writeBoolean(customer.company());
    text(out, customer.phone());
    text(out, customer.email());
    text(out, customer.home());
    Where where = customer.where();
    out.writeBoolean(where != null);
    if (where != null) {
      text(out, where.line1());
      text(out, where.city());
      text(out, where.region());
      text(out, where.postalCode());
      text(out, where.country());
    }
    text(out, customer.branch());
  }

  private static SeenCustomer customer(DataInputStream in) throws IOException {
    return new SeenCustomer(
        text(in),
        text(in),
        in.readBoolean(),
        text(in),
        text(in),
        text(in),
        in.readBoolean() ? new Where(text(in), text(in), text(in), text(in), text(in)) : null,
        text(in));
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeUTF(text == null ? "" : text);
  }

  private static String text(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : text;
  }

  private static void day(DataOutputStream out, LocalDate day) throws IOException {
    out.writeLong(day == null ? NO_DAY : day.toEpochDay());
  }

  private static LocalDate day(DataInputStream in) throws IOException {
    long day = in.readLong();
    return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
  }

  private static void notice(DataOutputStream out, Notice notice) throws IOException {
    out.writeByte(notice.yes() == null ? -1 : notice.yes() ? 1 : 0);
    day(out, notice.on());
  }

  private static Notice notice(DataInputStream in) throws IOException {
    int yes = in.readByte();
    return new Notice(yes < 0 ? null : Boolean.valueOf(yes == 1), day(in));
  }

  private static LocalTime time(int second) {
    return second < 0 ? null : LocalTime.ofSecondOfDay(second);
  }

  private static Price price(String amount, String currency) {
    return amount == null ? null : new Price(new BigDecimal(amount), currency);
  }

  private static SeenCancellation cancellation(LocalDate on, String reason, String words) {
    return on == null ? null : new SeenCancellation(on, reason, words);
  }

  private static List<String> technicians(DataInputStream in) throws IOException {
    int count = in.readByte();
    List<String> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      keys.add(in.readUTF());
    }
    return keys;
  }
}
