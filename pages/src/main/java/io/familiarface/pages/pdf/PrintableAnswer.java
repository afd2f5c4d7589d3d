package io.familiarface.pages.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.function.Supplier;

/** A page as it is or as a PDF, by what the caller accepts; a page when it is all the same. */
@ApplicationScoped
public class PrintableAnswer {
  /** The type of a PDF. */
  public static final String PDF = "application/pdf";

  private static final MediaType PDF_TYPE = MediaType.valueOf(PDF);
  private static final List<Variant> WITH_JSON =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE, PDF_TYPE)
          .build();

  private final PdfRenderer pdf;
  private final HttpHeaders request;

  PrintableAnswer(PdfRenderer pdf, HttpHeaders request) {
    this.pdf = pdf;
    this.request = request;
  }

  /** The view as JSON where that is accepted as well as anything else, else {@link #of}. */
  public Response orJson(Request asked, Object view, Supplier<String> page, String fileName) {
    Variant wanted = asked.selectVariant(WITH_JSON);
    return wanted == null || wanted.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)
        ? Response.ok(view, MediaType.APPLICATION_JSON).build()
        : of(page.get(), fileName);
  }

  /**
   * @param page that {@link PdfRenderer} can print
   * @param fileName of the PDF, without its ending
   */
  public Response of(String page, String fileName) {
    if (!wantsPdf()) {
      return Response.ok(page, MediaType.TEXT_HTML + ";charset=UTF-8").build();
    }
    return Response.ok(pdf.of(page), PDF)
        .header("Content-Disposition", "inline; filename=\"" + fileName + ".pdf\"")
        .build();
  }

  private boolean wantsPdf() {
    for (MediaType accepted : request.getAcceptableMediaTypes()) {
      if (accepted.isCompatible(MediaType.TEXT_HTML_TYPE)) {
        return false;
      }
      if (accepted.isCompatible(PDF_TYPE)) {
        return true;
      }
    }
    return false;
  }
}
