package io.familiarface.jobs.accounting.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes the documents of one file; closing it ends the file, and leaves the stream open. */
interface DocumentWriter extends Closeable {
  void write(ExportedDocument document) throws IOException;
}
