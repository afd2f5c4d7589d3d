package io.familiarface.history.row;

import io.familiarface.history.row.Technicians.Technician;
import java.util.ArrayList;
import java.util.List;

/**
 * What a company should look at in its technicians' names.
 *
 * @param probablySame groups that are probably one person each
 * @param sameTechnician lines for a mapping file that would take them together
 * @param writtenDifferently taken as one, because only blanks and capitals differ
 */
public record TechnicianReport(
    List<List<String>> probablySame, List<String> sameTechnician, List<String> writtenDifferently) {

  public static TechnicianReport of(Technicians technicians) {
    List<Technician> all = technicians.byVisits();
    List<List<String>> probablySame = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (List<Technician> group : SimilarNames.groups(all)) {
      probablySame.add(
          group.stream().map(t -> "%s (%,d)".formatted(t.name(), t.visits())).toList());
      group.stream()
          .skip(1)
          .forEach(
              t -> lines.add("same-technician.%s = %s".formatted(t.name(), group.get(0).name())));
    }
    List<String> written =
        all.stream()
            .filter(t -> t.spellings().size() > 1)
            .map(t -> "%s: %s".formatted(t.name(), String.join(", ", t.spellings())))
            .toList();
    return new TechnicianReport(probablySame, lines, written);
  }
}
