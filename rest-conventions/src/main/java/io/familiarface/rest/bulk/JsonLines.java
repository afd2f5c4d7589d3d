package io.familiarface.rest.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.JsonFaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads {@code application/x-ndjson}: UTF-8, one object a line, a limit on each line. */
final class JsonLines implements LineSource {
  static final int LONGEST = 64 * 1024;

  private final InputStream in;
  private final ObjectReader reader;
  private long number;

  // Arrays of its own: streams of bytes are locked for each byte, which took longer than the JSON.
  private final byte[] read = new byte[1 << 16];
  private int from;
  private int end;
  private byte[] line = new byte[512];

  JsonLines(InputStream in, ObjectMapper mapper) {
    this.in = in;
    this.reader = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  @Override
  public RawLine next() throws IOException {
    while (true) {
      int length = 0;
      int b = nextByte();
      if (b < 0) {
        return null;
      }
      number++;
      for (; b >= 0 && b != '\n'; b = nextByte()) {
        if (length <= LONGEST) {
          if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(2 * length, LONGEST + 1));
          }
          line[length++] = (byte) b;
        }
      }
      if (length > LONGEST) {
        return new RawLine(number, null, LineTooLong.line(LONGEST));
      }
      byte[] bytes = Arrays.copyOf(line, length);
      int start = number == 1 ? ByteOrderMark.lengthIn(bytes) : 0;
      if (!isBlank(bytes, start)) {
        return read(bytes, start);
      }
    }
  }

  /** -1 at the end. */
  private int nextByte() throws IOException {
    if (from == end) {
      from = 0;
      end = Math.max(0, in.read(read));
      if (end == 0) {
        return -1;
      }
    }
    return read[from++] & 0xFF;
  }

  private RawLine read(byte[] bytes, int start) throws IOException {
    String text;
    try {
      // Jackson would guess from the first bytes, and take some for UTF-32.
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString();
    } catch (CharacterCodingException e) {
      return new RawLine(
          number,
          null,
          CommonProblem.MALFORMED_JSON.because("This line is not UTF-8: save the file as UTF-8."));
    }
    try {
      JsonNode json = reader.readTree(text);
      if (json.isObject()) {
        return new RawLine(number, json, null);
      }
      return new RawLine(
          number, null, CommonProblem.MALFORMED_JSON.because("Each line is one JSON object."));
    } catch (JsonProcessingException e) {
      return new RawLine(number, null, JsonFaults.explain(e));
    }
  }

  private static boolean isBlank(byte[] bytes, int start) {
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
