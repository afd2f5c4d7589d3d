package io.familiarface.jobs.technician;

import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads technicians of another system, a chunk at a time; one instance an import. */
final class TechnicianLines implements Importer<TechnicianLines.Line> {

  @Schema(name = "TechnicianLine")
  record Line(
      @Schema(examples = "T0002") @NotBlank @Size(max = 100) String externalId,
      @Schema(examples = "Ben Ortiz") @NotBlank @Size(max = 200) String name,
      @Schema(examples = "2023-04-01") LocalDate hiredOn,
      LocalDate leftOn,
      @Schema(examples = "north") @Size(min = 1, max = 100) String branch,
      @Size(max = 50) List<@NotBlank @Size(max = 100) String> skills) {

    TechnicianDetails details() {
      return new TechnicianDetails(externalId, name, branch, skills, hiredOn, leftOn);
    }
  }

  private final Technicians technicians;
  private final TechnicianNews news;
  private final Map<String, Technician> known = new HashMap<>();

  TechnicianLines(Technicians technicians, TechnicianNews news) {
    this.technicians = technicians;
    this.news = news;
  }

  @Override
  public Class<Line> lineType() {
    return Line.class;
  }

  @Override
  public String externalId(Line line) {
    return line.externalId();
  }

  @Override
  public void prepare(List<Line> chunk) {
    known.clear();
    known.putAll(
        technicians.byExternalIds(
            chunk.stream().map(Line::externalId).filter(Objects::nonNull).distinct().toList()));
  }

  @Override
  public LineResult apply(Line line) {
    Technician technician = known.get(line.externalId());
    if (technician == null) {
      technician = new Technician(line.details());
      technicians.add(technician);
      known.put(line.externalId(), technician);
      news.spread(technician, "technician.imported", null, line.details());
      return LineResult.created(technician.id());
    }
    TechnicianDetails before = technician.details();
    if (before.equals(line.details())) {
      return LineResult.unchanged(technician.id());
    }
    technician.become(line.details());
    news.spread(technician, "technician.imported", before, line.details());
    return LineResult.updated(technician.id());
  }
}
