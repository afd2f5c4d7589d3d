package io.familiarface.pages.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.concurrent.Semaphore;

/**
 * Makes a PDF of a page of ours: well-formed XHTML in the family "DejaVu Sans", whose fonts are
 * embedded, so that a name in Greek, Cyrillic or Vietnamese is there on every printer; one in
 * Chinese, Japanese or Korean comes from a second font, whatever the page says. Nothing is fetched,
 * whatever the page names. How long a page may be is bounded by who writes it; two are made at a
 * time, so memory is bounded too.
 */
@ApplicationScoped
public class PdfRenderer {
  private static final int BOLD = 700;
  private static final int NORMAL = 400;
  private static final int AT_A_TIME = 2;
  private static final int TRY_AGAIN_SECONDS = 2;
  private static final String FAMILY = "DejaVu Sans";
  private static final String FALLBACK = "DroidSansFallback.ttf";

  private final Semaphore turn = new Semaphore(AT_A_TIME);

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 while others are being made
   */
  public byte[] of(String page) {
    if (!turn.tryAcquire()) {
      throw CommonProblem.UNAVAILABLE
          .start()
          .withDetail("Other documents are being made just now. Try again in a few seconds.")
          .withHeader("Retry-After", TRY_AGAIN_SECONDS)
          .build();
    }
    try {
      return render(page);
    } finally {
      turn.release();
    }
  }

  private static byte[] render(String page) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.useFont(font("DejaVuSans.ttf"), FAMILY, NORMAL, FontStyle.NORMAL, true);
    builder.useFont(font("DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
    // Read only when it is needed; it has no bold.
    builder.useFont(
        font(FALLBACK),
        FALLBACK,
        NORMAL,
        FontStyle.NORMAL,
        true,
        EnumSet.of(FSFontUseCase.FALLBACK_FINAL));
    builder.useUnicodeBidiSplitter(DirectionSplitter::new);
    builder.useUnicodeBidiReorderer(new DirectionReorderer());
    builder.useExternalResourceAccessControl(
        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.withHtmlContent(page, null);
    try (var pdf = new ByteArrayOutputStream()) {
      builder.toStream(pdf);
      builder.run();
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FSSupplier<InputStream> font(String file) {
    return () -> PdfRenderer.class.getResourceAsStream("/fonts/" + file);
  }
}
