package io.familiarface.history.company;

import io.familiarface.history.value.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the file, understood. Null is what the line doesn't say.
 *
 * @param home the address as one text that two ways of writing it share
 * @param where as the columns say it, perhaps all of it in the first line
 * @param technicians keys, whoever is named first in front
 * @param told whether she was told, or null; {@code toldOn} when, if a day is given
 */
record SeenVisit(
    long line,
    LocalDate day,
    LocalTime time,
    String customer,
    String customerId,
    boolean company,
    String phone,
    String email,
    String home,
    Where where,
    String branch,
    List<String> technicians,
    String visitId,
    Outcome outcome,
    String reason,
    String permanence,
    Boolean told,
    LocalDate toldOn,
    Boolean introduced,
    LocalDate introducedOn,
    String program,
    String price,
    String currency,
    LocalDate cancelledOn,
    String cancelReason,
    String cancelWords) {

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(line);
      out.writeLong(day.toEpochDay());
      out.writeInt(time == null ? -1 : time.toSecondOfDay());
      text(out, customer);
      text(out, customerId);
      out.writeBoolean(company);
      text(out, phone);
      text(out, email);
      text(out, home);
      out.writeBoolean(where != null);
      if (where != null) {
        text(out, where.line1());
        text(out, where.city());
        text(out, where.region());
        text(out, where.postalCode());
        text(out, where.country());
      }
      text(out, branch);
      out.writeByte(technicians.size());
      for (String technician : technicians) {
        text(out, technician);
      }
      text(out, visitId);
      out.writeByte(outcome.ordinal());
      text(out, reason);
      text(out, permanence);
      answer(out, told);
      day(out, toldOn);
      answer(out, introduced);
      day(out, introducedOn);
      text(out, program);
      text(out, price);
      text(out, currency);
      day(out, cancelledOn);
      text(out, cancelReason);
      text(out, cancelWords);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SeenVisit decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new SeenVisit(
          in.readLong(),
          LocalDate.ofEpochDay(in.readLong()),
          time(in.readInt()),
          text(in),
          text(in),
          in.readBoolean(),
          text(in),
          text(in),
          text(in),
          in.readBoolean() ? new Where(text(in), text(in), text(in), text(in), text(in)) : null,
          text(in),
          technicians(in),
          text(in),
          Outcome.values()[in.readByte()],
          text(in),
          text(in),
          answer(in),
          day(in),
          answer(in),
          day(in),
          text(in),
          text(in),
          text(in),
          day(in),
          text(in),
          text(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeUTF(text == null ? "" : text);
  }

  private static String text(DataInputStream in) throws IOException {
    String text = in.readUTF();
    return text.isEmpty() ? null : text;
  }

  private static void day(DataOutputStream out, LocalDate day) throws IOException {
    out.writeLong(day == null ? Long.MIN_VALUE : day.toEpochDay());
  }

  private static LocalDate day(DataInputStream in) throws IOException {
    long day = in.readLong();
    return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  private static void answer(DataOutputStream out, Boolean answer) throws IOException {
    out.writeByte(answer == null ? -1 : answer ? 1 : 0);
  }

  private static Boolean answer(DataInputStream in) throws IOException {
    int answer = in.readByte();
    return answer < 0 ? null : Boolean.valueOf(answer == 1);
  }

  private static LocalTime time(int second) {
    return second < 0 ? null : LocalTime.ofSecondOfDay(second);
  }

  private static List<String> technicians(DataInputStream in) throws IOException {
    int count = in.readByte();
    List<String> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      keys.add(in.readUTF());
    }
    return keys;
  }

  boolean isCompleted() {
    return outcome == Outcome.COMPLETED;
  }
}
