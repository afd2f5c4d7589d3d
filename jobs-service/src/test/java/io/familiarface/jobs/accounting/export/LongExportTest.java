package io.familiarface.jobs.accounting.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** However many documents go out, no more are kept than the few that are being written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongExportTest {
  /** Of those made before, all but the last can be forgotten. */
  private static final class Made implements Iterator<ExportedDocument> {
    private final List<WeakReference<ExportedDocument>> some = new ArrayList<>();
    private final int all;
    private int count;
    private int kept;

    Made(int all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return count < all;
    }

    @Override
    public ExportedDocument next() {
      if (++count % (all / 5) == 0) {
        System.gc();
        kept = Math.max(kept, (int) some.stream().filter(one -> one.get() != null).count());
        some.clear();
      }
      ExportedDocument made = DocumentFormatsTest.invoice(count);
      if (count % 10 == 0) {
        some.add(new WeakReference<>(made));
      }
      return made;
    }
  }

  private static final class ByteCount extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }

  @ParameterizedTest
  @EnumSource(value = ExportFormat.class, mode = Mode.EXCLUDE, names = "CSV")
  void a_hundred_thousand_documents_go_out_one_after_the_other(ExportFormat format)
      throws IOException {
    DocumentFormats formats =
        new DocumentFormats(
            new ObjectMapper().registerModule(new JavaTimeModule()),
            new DocumentFormatsTest.Settings());
    // Each is a file of its own as UBL, which takes its time.
    int all = format == ExportFormat.UBL ? 5_000 : 100_000;
    Made made = new Made(all);
    ByteCount out = new ByteCount();
    formats.write(format, all, made, out);
    assertThat(made.count).isEqualTo(all);
    assertThat(made.kept).isLessThanOrEqualTo(1);
    assertThat(out.bytes).isGreaterThan(100_000);
  }
}
