package io.familiarface.pages.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A page as it is or as a PDF, by what the caller accepts; a page when it is all the same. */
@ApplicationScoped
public class PrintableAnswer {
  /** The type of a PDF. */
  public static final String PDF = "application/pdf";

  private static final MediaType PDF_TYPE = MediaType.valueOf(PDF);

  private final PdfRenderer pdf;
  private final HttpHeaders request;

  PrintableAnswer(PdfRenderer pdf, HttpHeaders request) {
    this.pdf = pdf;
    this.request = request;
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
