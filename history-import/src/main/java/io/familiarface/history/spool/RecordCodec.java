package io.familiarface.history.spool;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records as bytes, for sorting on disk: records of texts, numbers, times, enums, lists and sets of
 * texts, other records, and sealed interfaces of records; each may be null. Read back by the run
 * that wrote them and by no other. Not for several threads.
 */
final class RecordCodec<T> {
  private record Part(BiConsumer<Output, Object> writer, Function<Input, Object> reader) {}

  private static final Map<Class<?>, Part> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, part(Output::text, Input::text)),
          Map.entry(boolean.class, part(Output::flag, Input::flag)),
          Map.entry(Boolean.class, part(Output::flag, Input::flag)),
          Map.entry(long.class, part(Output::number, Input::number)),
          Map.entry(
              Integer.class,
              part((Output out, Integer number) -> out.number(number), in -> (int) in.number())),
          Map.entry(
              LocalDate.class,
              part(
                  (Output out, LocalDate day) -> out.number(day.toEpochDay()),
                  in -> LocalDate.ofEpochDay(in.number()))),
          Map.entry(
              LocalTime.class,
              part(
                  (Output out, LocalTime time) -> out.number(time.toNanoOfDay()),
                  in -> LocalTime.ofNanoOfDay(in.number()))),
          Map.entry(
              Instant.class,
              part(
                  (Output out, Instant instant) -> {
                    out.number(instant.getEpochSecond());
                    out.number(instant.getNano());
                  },
                  in -> Instant.ofEpochSecond(in.number(), in.number()))),
          Map.entry(
              BigDecimal.class,
              part(
                  (Output out, BigDecimal number) -> out.text(number.toString()),
                  in -> new BigDecimal(in.text()))),
          Map.entry(List.class, texts(ArrayList::new)),
          Map.entry(Set.class, texts(LinkedHashSet::new)));

  private final Output out = new Output();
  private final Class<T> type;
  private final Part whole;

  RecordCodec(Class<T> type) {
    this.type = type;
    this.whole = of(type);
  }

  byte[] encode(T value) {
    out.size = 0;
    whole.writer.accept(out, value);
    return Arrays.copyOf(out.bytes, out.size);
  }

  T decode(byte[] value) {
    return type.cast(whole.reader.apply(new Input(value)));
  }

  private static Part of(Class<?> type) {
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return part(
          (out, constant) -> out.number(((Enum<?>) constant).ordinal()),
          in -> constants[(int) in.number()]);
    }
    if (type.isSealed()) {
      List<Class<?>> types = List.of(type.getPermittedSubclasses());
      List<Part> parts = types.stream().map(RecordCodec::of).toList();
      return part(
          (out, value) -> {
            int kind = types.indexOf(value.getClass());
            out.number(kind);
            parts.get(kind).writer.accept(out, value);
          },
          in -> parts.get((int) in.number()).reader.apply(in));
    }
    Part simple = SIMPLE.get(type);
    return simple != null ? simple : record(type);
  }

  private static Part record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Part[] parts = Arrays.stream(types).map(RecordCodec::of).toArray(Part[]::new);
    Method[] accessors =
        Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
    Constructor<?> constructor;
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    return part(
        (out, value) -> {
          for (int i = 0; i < parts.length; i++) {
            parts[i].writer.accept(out, get(accessors[i], value));
          }
        },
        in -> {
          Object[] values = new Object[parts.length];
          for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].reader.apply(in);
          }
          return make(constructor, values);
        });
  }

  private static Object get(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object make(Constructor<?> constructor, Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Part texts(Supplier<Collection<String>> empty) {
    return part(
        (Output out, Collection<String> texts) -> {
          out.number(texts.size());
          texts.forEach(out::text);
        },
        in -> {
          Collection<String> texts = empty.get();
          for (long left = in.number(); left > 0; left--) {
            texts.add(in.text());
          }
          return texts;
        });
  }

  @SuppressWarnings("unchecked")
  private static <V> Part part(BiConsumer<Output, V> writer, Function<Input, V> reader) {
    return new Part(
        (out, value) -> {
          out.flag(value != null);
          if (value != null) {
            writer.accept(out, (V) value);
          }
        },
        in -> in.flag() ? reader.apply(in) : null);
  }

  private static final class Output {
    private byte[] bytes = new byte[512];
    private int size;

    void flag(boolean yes) {
      room(1);
      bytes[size++] = (byte) (yes ? 1 : 0);
    }

    /** Seven bits a byte, as most numbers are small. */
    void number(long number) {
      room(10);
      long left = (number << 1) ^ (number >> 63);
      for (; (left & ~0x7FL) != 0; left >>>= 7) {
        bytes[size++] = (byte) (left | 0x80);
      }
      bytes[size++] = (byte) left;
    }

    void text(String text) {
      byte[] letters = text.getBytes(StandardCharsets.UTF_8);
      number(letters.length);
      room(letters.length);
      System.arraycopy(letters, 0, bytes, size, letters.length);
      size += letters.length;
    }

    private void room(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
      }
    }
  }

  private static final class Input {
    private final byte[] bytes;
    private int at;

    Input(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean flag() {
      return bytes[at++] != 0;
    }

    long number() {
      long number = 0;
      int shift = 0;
      for (; bytes[at] < 0; shift += 7) {
        number |= (long) (bytes[at++] & 0x7F) << shift;
      }
      number |= (long) bytes[at++] << shift;
      return (number >>> 1) ^ -(number & 1);
    }

    String text() {
      int length = (int) number();
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
  }
}
