package io.familiarface.jobs.accounting.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.familiarface.jobs.accounting.DocumentView;
import java.io.IOException;
import java.io.Writer;

/** A list of documents as the API shows them. */
final class JsonFormat implements DocumentWriter {
  private final JsonGenerator out;
  private final ObjectWriter document;

  JsonFormat(Writer out, ObjectMapper mapper) throws IOException {
    this.out = mapper.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.document = mapper.writerFor(DocumentView.class);
    this.out.writeStartArray();
  }

  @Override
  public void write(ExportedDocument exported) throws IOException {
    document.writeValue(out, exported.document());
  }

  @Override
  public void close() throws IOException {
    out.writeEndArray();
    out.close();
  }
}
