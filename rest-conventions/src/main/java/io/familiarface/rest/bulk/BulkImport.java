package io.familiarface.rest.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.JsonFaults;
import io.familiarface.rest.problem.ViolationsMapper;
import io.familiarface.rest.spool.Spool;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionManager;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in a stream of lines, each an upsert by external id, in bounded memory.
 *
 * <p>Lines are applied in chunks of one transaction, while those that follow are read and checked
 * ({@link ReadAhead}) and those before are committed ({@link OverlappingChunks}); a line that is
 * refused is left out alone. The body is spooled to a file first, to see which keys come more than
 * once ({@link DoubledKeys}), and the report until the body has been read: many clients send
 * everything before they read anything.
 */
@ApplicationScoped
public class BulkImport {
  public static final String NDJSON = "application/x-ndjson";
  public static final String CSV = "text/csv";
  private static final String STOPPED =
      "What this needs is away, the database or another service: the import stopped here. What is"
          + " in stays in; send the same file again in a few seconds, and only what is missing will"
          + " change.";

  private final ObjectMapper mapper;
  private final ObjectMapper lenient;
  private final Validator validator;
  private final Chunks chunks;
  private final TransactionManager transactions;

  BulkImport(
      ObjectMapper mapper, Validator validator, Chunks chunks, TransactionManager transactions) {
    this.mapper = mapper;
    // A spreadsheet has only text: "4" is a number there.
    this.lenient =
        mapper
            .copy()
            .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, true)
            .configure(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY, true);
    this.validator = validator;
    this.chunks = chunks;
    this.transactions = transactions;
  }

  /**
   * Applies the lines of the body and answers with a report, one line for each.
   *
   * @param contentType {@code application/x-ndjson} or {@code text/csv}, with an optional charset
   * @param dryRun true to report what would become of each line and change nothing
   * @return 200 with the report; 503 with the report so far, ended by a line with a problem and no
   *     status, when the database stayed away in the middle
   * @throws HttpProblem 400 when the body as a whole cannot be read
   */
  public <T> Response run(
      InputStream body, String contentType, boolean dryRun, Importer<T> importer) {
    MediaType type = mediaType(contentType);
    boolean csv = type.getSubtype().equalsIgnoreCase("csv");
    Lines lines =
        csv
            ? in -> new CsvLines(in, charset(type), importer::columns)
            : in -> new JsonLines(in, mapper);
    ReportSpool report = new ReportSpool(mapper);
    Spool upload = new Spool("import-lines");
    try {
      body.transferTo(upload.out());
      ObjectMapper reader = csv ? lenient : mapper;
      DoubledKeys<T> doubled = doubled(lines.of(upload.read()), upload.size(), reader, importer);
      applyAll(lines.of(upload.read()), reader, dryRun, importer, doubled, report);
      return Response.ok(report.finish(), NDJSON).build();
    } catch (ImportStopped e) {
      return stopped(report);
    } catch (IOException e) {
      report.discard();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      report.discard();
      throw e;
    } finally {
      upload.discard();
    }
  }

  /** How the lines of a file are told apart. */
  private interface Lines {
    LineSource of(InputStream in) throws IOException;
  }

  private <T> DoubledKeys<T> doubled(
      LineSource source, long bytes, ObjectMapper reader, Importer<T> importer) throws IOException {
    var doubled = new DoubledKeys<>(importer, bytes);
    for (var raw = source.next(); raw != null; raw = source.next()) {
      var line = raw;
      doubled.see(line, () -> read(line, reader, importer.lineType(), importer.keyField()));
    }
    return doubled;
  }

  private static Response stopped(ReportSpool report) {
    try {
      report.add(List.of(LineReport.stopped(STOPPED)));
      return Response.status(CommonProblem.UNAVAILABLE.status())
          .header("Retry-After", 5)
          .type(NDJSON)
          .entity(report.finish())
          .build();
    } catch (IOException e) {
      report.discard();
      throw new UncheckedIOException(e);
    }
  }

  private <T> void applyAll(
      LineSource source,
      ObjectMapper reader,
      boolean dryRun,
      Importer<T> importer,
      DoubledKeys<T> doubled,
      ReportSpool report)
      throws IOException {
    // Asked here: an importer may belong to the request, of which the thread that reads has none.
    int size = importer.chunk();
    Class<T> type = importer.lineType();
    String keyField = importer.keyField();
    try (var ahead = new ReadAhead<>(() -> chunk(source, size, reader, type, keyField));
        var taking =
            new OverlappingChunks<>(transactions, chunks, importer, doubled, report, dryRun)) {
      for (var chunk = ahead.next(); !chunk.isEmpty(); chunk = ahead.next()) {
        taking.take(chunk);
      }
      taking.finish();
    }
  }

  /** The next lines, read and checked; none at the end. */
  private <T> List<Line<T>> chunk(
      LineSource source, int size, ObjectMapper reader, Class<T> type, String keyField)
      throws IOException {
    List<Line<T>> chunk = new ArrayList<>(size);
    while (chunk.size() < size) {
      var raw = source.next();
      if (raw == null) {
        break;
      }
      chunk.add(read(raw, reader, type, keyField));
    }
    return chunk;
  }

  private <T> Line<T> read(
      LineSource.RawLine raw, ObjectMapper reader, Class<T> type, String keyField) {
    if (raw.problem() != null) {
      return Line.unreadable(raw.number(), null, raw.problem());
    }
    String key = raw.json().path(keyField).textValue();
    try {
      T value = reader.treeToValue(raw.json(), type);
      var broken = validator.validate(value);
      return broken.isEmpty()
          ? Line.of(raw.number(), value)
          : Line.unreadable(raw.number(), key, ViolationsMapper.explain(broken));
    } catch (JsonProcessingException e) {
      return Line.unreadable(raw.number(), key, JsonFaults.explain(e));
    }
  }

  private static MediaType mediaType(String contentType) {
    if (contentType == null) {
      throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because(
          "Say in the Content-Type header what the lines are: " + NDJSON + " or " + CSV + ".");
    }
    return MediaType.valueOf(contentType);
  }

  private static Charset charset(MediaType type) {
    String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because(
          "This charset is not known: use utf-8 or iso-8859-1.");
    }
  }
}
