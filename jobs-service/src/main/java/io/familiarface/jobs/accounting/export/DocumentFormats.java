package io.familiarface.jobs.accounting.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes documents one after the other, in files no larger than their reader takes: all formats but
 * {@link CsvLines}.
 */
@ApplicationScoped
class DocumentFormats {
  private final ObjectMapper mapper;
  private final ExportSettings settings;

  DocumentFormats(ObjectMapper mapper, ExportSettings settings) {
    this.mapper = mapper;
    this.settings = settings;
  }

  /**
   * One file, or a ZIP of files when they don't fit one.
   *
   * @param count how many there are; decides between the two
   */
  void write(
      ExportFormat format, long count, Iterator<ExportedDocument> documents, OutputStream out)
      throws IOException {
    if (format.fitsOneFile(count)) {
      file(format, documents, out);
    } else {
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      for (int n = 1; documents.hasNext(); n++) {
        zip.putNextEntry(new ZipEntry("documents-%06d.%s".formatted(n, format.extension())));
        file(format, documents, zip);
        zip.closeEntry();
      }
      zip.finish();
    }
  }

  private void file(ExportFormat format, Iterator<ExportedDocument> documents, OutputStream out)
      throws IOException {
    Writer text =
        new BufferedWriter(new OutputStreamWriter(new Unclosed(out), StandardCharsets.UTF_8));
    try (DocumentWriter writer = writer(format, text)) {
      for (int n = 0; n < format.perFile() && documents.hasNext(); n++) {
        writer.write(documents.next());
      }
    }
    text.flush();
  }

  private DocumentWriter writer(ExportFormat format, Writer out) throws IOException {
    return switch (format) {
      case JSON -> new JsonFormat(out, mapper);
      case CSV -> throw new IllegalArgumentException("The database writes CSV");
      case QUICKBOOKS_CSV -> new QuickBooksCsvFormat(out);
      case XERO_CSV -> new XeroCsvFormat(out, settings);
      case UBL -> new UblFormat(out, settings);
      case HLEDGER -> new HledgerFormat(out, settings);
    };
  }

  /** Further files follow in the same stream. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
