package io.familiarface.jobs.history;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/**
 * A body of several files (multipart/form-data), taken apart while it comes: each part goes to its
 * place block by block, as it may be larger than the memory.
 */
final class UploadedForm implements MultipartParser.PartHandler {
  private static final int BLOCK = 1 << 13;

  /** Heads of parts have a few lines; one without an end would fill the memory. */
  private static final int LONGEST_HEAD = 1 << 15;

  private static final int LONGEST_BOUNDARY = 70;
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=(?:\"([^\"]*)\"|([^\"; ]+))");

  /** Where a part goes. */
  interface Parts {
    /**
     * @throws HttpProblem 400 when no such part is wanted
     */
    OutputStream open(String name) throws IOException;
  }

  private final Parts parts;
  private OutputStream part;
  private int head;

  private UploadedForm(Parts parts) {
    this.parts = parts;
  }

  /**
   * Reads the body to its end.
   *
   * @throws HttpProblem 400 when it is no such form, or ends too early
   */
  static void read(InputStream body, MediaType type, Parts parts) throws IOException {
    new UploadedForm(parts).read(body, boundary(type));
  }

  private static byte[] boundary(MediaType type) {
    String boundary = type.getParameters().getOrDefault("boundary", "");
    if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw bad("Its type names no boundary of 1 to %d signs.".formatted(LONGEST_BOUNDARY));
    }
    return boundary.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void read(InputStream body, byte[] boundary) throws IOException {
    var parser = MultipartParser.beginParse(this, boundary, StandardCharsets.UTF_8.name());
    byte[] block = new byte[BLOCK];
    try {
      for (int n = body.read(block); n >= 0; n = body.read(block)) {
        parse(parser, ByteBuffer.wrap(block, 0, n));
        head += n;
        if (part == null && head > LONGEST_HEAD && !parser.isComplete()) {
          throw bad("The head of a part has no end.");
        }
      }
    } finally {
      endPart();
    }
    if (!parser.isComplete()) {
      throw bad("It ends in the middle.");
    }
  }

  private static void parse(MultipartParser.ParseState parser, ByteBuffer block)
      throws IOException {
    try {
      parser.parse(block);
    } catch (HttpProblem e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      throw bad("Its parts are not well-formed.");
    }
  }

  @Override
  public void beginPart(CaseInsensitiveMap<String> headers) {
    String disposition = headers.getFirst("Content-Disposition");
    Matcher name = NAME.matcher(disposition == null ? "" : disposition);
    if (!name.find()) {
      throw bad("A part has no name.");
    }
    try {
      part = parts.open(name.group(1) != null ? name.group(1) : name.group(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void data(ByteBuffer data) throws IOException {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    part.write(bytes);
  }

  @Override
  public void endPart() {
    head = 0;
    if (part != null) {
      try (OutputStream open = part) {
        part = null;
        open.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static HttpProblem bad(String why) {
    return CommonProblem.INVALID_REQUEST.because(
        why + " Send the form as 'curl -F visits=@visits.csv -F clients=@clients.csv' does.");
  }
}
