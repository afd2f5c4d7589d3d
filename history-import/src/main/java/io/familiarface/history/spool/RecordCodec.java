package io.familiarface.history.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
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
import java.util.function.Supplier;

/**
 * Records as bytes, for sorting on disk: records of texts, numbers, times, enums, lists and sets of
 * texts, other records, and sealed interfaces of records; each may be null. Read back by the run
 * that wrote them and by no other. Not for several threads.
 */
public final class RecordCodec<T> {
  private interface Part {
    void write(DataOutput out, Object value) throws IOException;

    Object read(DataInput in) throws IOException;
  }

  private interface Writer<V> {
    void write(DataOutput out, V value) throws IOException;
  }

  private interface Reader<V> {
    V read(DataInput in) throws IOException;
  }

  private static final Part TEXT = part(DataOutput::writeUTF, DataInput::readUTF);
  private static final Part YES_OR_NO = part(DataOutput::writeBoolean, DataInput::readBoolean);

  private static final Map<Class<?>, Part> SIMPLE =
      Map.of(
          String.class,
          orNull(TEXT),
          boolean.class,
          YES_OR_NO,
          Boolean.class,
          orNull(YES_OR_NO),
          long.class,
          part(DataOutput::writeLong, DataInput::readLong),
          LocalDate.class,
          orNull(
              RecordCodec.<LocalDate>part(
                  (out, day) -> out.writeLong(day.toEpochDay()),
                  in -> LocalDate.ofEpochDay(in.readLong()))),
          LocalTime.class,
          orNull(
              RecordCodec.<LocalTime>part(
                  (out, time) -> out.writeLong(time.toNanoOfDay()),
                  in -> LocalTime.ofNanoOfDay(in.readLong()))),
          Instant.class,
          orNull(
              RecordCodec.<Instant>part(
                  (out, instant) -> {
                    out.writeLong(instant.getEpochSecond());
                    out.writeInt(instant.getNano());
                  },
                  in -> Instant.ofEpochSecond(in.readLong(), in.readInt()))),
          BigDecimal.class,
          orNull(
              RecordCodec.<BigDecimal>part(
                  (out, number) -> out.writeUTF(number.toString()),
                  in -> new BigDecimal(in.readUTF()))),
          List.class,
          texts(ArrayList::new),
          Set.class,
          texts(LinkedHashSet::new));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final Class<T> type;
  private final Part whole;

  public RecordCodec(Class<T> type) {
    this.type = type;
    this.whole = of(type);
  }

  byte[] encode(T value) {
    bytes.reset();
    try {
      whole.write(new DataOutputStream(bytes), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  T decode(byte[] value) {
    try {
      return type.cast(whole.read(new DataInputStream(new ByteArrayInputStream(value))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Part of(Class<?> type) {
    Part simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return orNull(
          RecordCodec.<Enum<?>>part(
              (out, constant) -> out.writeByte(constant.ordinal()),
              in -> (Enum<?>) constants[in.readByte()]));
    }
    return orNull(type.isSealed() ? oneOf(type) : record(type));
  }

  private static Part oneOf(Class<?> sealed) {
    List<Class<?>> types = List.of(sealed.getPermittedSubclasses());
    List<Part> parts = types.stream().map(RecordCodec::record).toList();
    return part(
        (out, value) -> {
          int kind = types.indexOf(value.getClass());
          out.writeByte(kind);
          parts.get(kind).write(out, value);
        },
        in -> parts.get(in.readByte()).read(in));
  }

  private static Part record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Part[] parts = Arrays.stream(types).map(RecordCodec::of).toArray(Part[]::new);
    MethodHandle[] accessors =
        Arrays.stream(components)
            .map(component -> accessor(component.getAccessor()))
            .toArray(MethodHandle[]::new);
    MethodHandle constructor = constructor(type, types);
    return part(
        (out, value) -> {
          for (int i = 0; i < parts.length; i++) {
            parts[i].write(out, get(accessors[i], value));
          }
        },
        in -> {
          Object[] values = new Object[parts.length];
          for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(in);
          }
          return make(constructor, values);
        });
  }

  private static MethodHandle accessor(Method method) {
    try {
      method.setAccessible(true);
      return MethodHandles.lookup()
          .unreflect(method)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle constructor(Class<?> type, Class<?>[] types) {
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object get(MethodHandle accessor, Object record) {
    try {
      return (Object) accessor.invokeExact(record);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object make(MethodHandle constructor, Object[] values) {
    try {
      return (Object) constructor.invokeExact(values);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Part texts(Supplier<Collection<String>> empty) {
    return orNull(
        RecordCodec.<Collection<String>>part(
            (out, texts) -> {
              out.writeInt(texts.size());
              for (String text : texts) {
                out.writeUTF(text);
              }
            },
            in -> {
              Collection<String> texts = empty.get();
              for (int left = in.readInt(); left > 0; left--) {
                texts.add(in.readUTF());
              }
              return texts;
            }));
  }

  @SuppressWarnings("unchecked")
  private static <V> Part part(Writer<V> writer, Reader<V> reader) {
    return new Part() {
      @Override
      public void write(DataOutput out, Object value) throws IOException {
        writer.write(out, (V) value);
      }

      @Override
      public Object read(DataInput in) throws IOException {
        return reader.read(in);
      }
    };
  }

  private static Part orNull(Part part) {
    return part(
        (out, value) -> {
          out.writeBoolean(value != null);
          if (value != null) {
            part.write(out, value);
          }
        },
        in -> in.readBoolean() ? part.read(in) : null);
  }
}
