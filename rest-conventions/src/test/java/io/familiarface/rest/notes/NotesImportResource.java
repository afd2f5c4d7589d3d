package io.familiarface.rest.notes;

import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.bulk.ImportResource;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;

@Path("/v1/notes/import")
@ImportExample(
    value =
        """
        {"externalId":"N1","text":"Milk, \\"fresh\\"","from":{"shop":"Lee"},"on":["Monday"]}
        """,
    note = "Notes are short.")
public class NotesImportResource extends ImportResource<Note.Body> {
  static final int FIRST_LOCK = 71;
  static final int SECOND_LOCK = 72;

  private final NoteRows rows;

  NotesImportResource(BulkImport imports, NoteRows rows) {
    super(imports);
    this.rows = rows;
  }

  @Override
  protected Importer<Note.Body> importer() {
    return new NoteImporter();
  }

  private final class NoteImporter implements Importer<Note.Body> {
    private boolean connectionEnded;

    @Override
    public Class<Note.Body> lineType() {
      return Note.Body.class;
    }

    @Override
    public String externalId(Note.Body line) {
      return line.externalId();
    }

    @Override
    public List<String> touches(Note.Body line) {
      return List.of(line.externalId());
    }

    @Override
    public LineResult apply(Note.Body line) {
      if (line.text().equals("refused by a rule")) {
        throw CommonProblem.CONFLICT.because("This text is refused.");
      }
      if (line.text().equals("the database goes away")) {
        throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
      }
      if (line.text().equals("the connection ends at its first commit") && !connectionEnded) {
        connectionEnded = true;
        rows.endConnectionAtCommit();
      }
      if (line.text().equals("its commit waits for the first lock")) {
        rows.lockAtCommit(FIRST_LOCK);
      }
      if (line.text().equals("takes the second lock")) {
        rows.lock(SECOND_LOCK);
      }
      return rows.byExternalId(line.externalId())
          .map(known -> update(known, line.text()))
          .orElseGet(() -> LineResult.created(rows.insert(line.externalId(), line.text()).id()));
    }

    private LineResult update(Note known, String text) {
      if (known.text().equals(text)) {
        return LineResult.unchanged(known.id());
      }
      rows.setText(known.id(), text);
      return LineResult.updated(known.id());
    }
  }
}
