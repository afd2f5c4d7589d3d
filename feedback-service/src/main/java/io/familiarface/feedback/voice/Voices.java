package io.familiarface.feedback.voice;

import io.familiarface.database.Database;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.jobs.PastVisits;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.technician.TechnicianCopy;
import io.familiarface.feedback.words.Rounding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what customers say of those who come to them. */
@ApplicationScoped
class Voices {
  private static final Duration TWO_YEARS = Duration.ofDays(731);
  private static final int MOST_MARKS = 10_000;
  private static final int MOST_OF_ONE = 1_000;
  private static final int WORDS_SHOWN = 10;

  /**
   * What each mark is about is looked up by its id, whatever the planner may think of it: a visit
   * that is named, a step of a project, or the visit that somebody speaks of who names neither.
   */
  private static final String MARKS =
      """
      select job.id as job, recent.at, recent.csat, job.technician_id, job.change_reason, job.customer_told,
        job.of_step, case when job.technician_id = :technician then recent.text end as text
      from (select * from %1$s marks
            where at >= :since order by at desc, id desc limit :most) recent
      cross join lateral (
        (select cast(visits.id as text) as id, technician_id, change_reason, customer_told,
            false as of_step from %2$s visits
          where visits.id = recent.visit_id limit 1)
        union all
        (select steps.project_id || '/' || steps.number, technician_id, null, null, true
          from %3$s steps
          where steps.project_id = recent.project_id and steps.number = %4$s
            and technician_id is not null limit 1)
        union all
        (select cast(visits.id as text), visits.technician_id, visits.change_reason, visits.customer_told, false
          from %5$s spoken_of join %2$s visits on visits.id = spoken_of.visit_id
          where recent.visit_id is null and recent.project_id is null limit 1)) job
      order by recent.at, recent.id
      """
          .formatted(
              FeedbackRepository.MARKS,
              PastVisits.CIRCUMSTANCES,
              ProjectCopies.STEPS,
              ProjectCopies.spokenOf("recent", "at"),
              Signals.visitSpokenOf("recent"));

  private final Database database;
  private final Clock clock;

  Voices(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Row(
      String job,
      Instant at,
      int csat,
      UUID technicianId,
      String changeReason,
      Boolean customerTold,
      boolean ofStep,
      String text) {

    /** Of all that was said of one job. */
    static Mark mark(List<Row> said) {
      Row last = said.get(said.size() - 1);
      double mean = said.stream().mapToInt(Row::csat).average().orElseThrow();
      return new Mark(last.technicianId, last.circumstances(), mean, last.at);
    }

    private Circumstances circumstances() {
      if (ofStep) {
        return Circumstances.PROJECT_STEP;
      }
      if (changeReason == null) {
        return Circumstances.EXPECTED;
      }
      return Boolean.TRUE.equals(customerTold)
          ? Circumstances.STRANGER_ANNOUNCED
          : Circumstances.STRANGER_UNANNOUNCED;
    }
  }

  VoiceView of(TechnicianCopy technician) {
    Instant since = clock.instant().minus(TWO_YEARS);
    List<Row> rows =
        database
            .sql(MARKS)
            .bind("technician", technician.id())
            .bind("since", since)
            .bind("most", MOST_MARKS)
            .list(Row.class);
    List<Mark> marks =
        rows.stream().collect(Collectors.groupingBy(Row::job)).values().stream()
            .map(Row::mark)
            .sorted(Comparator.comparing(Mark::at))
            .toList();
    CaseMix mix = new CaseMix(marks);
    List<Mark> own = marks.stream().filter(mark -> isOf(technician, mark.technicianId())).toList();
    Optional<CaseMix.Standing> standing = mix.of(technician.id());
    return new VoiceView(
        technician.id(),
        technician.name(),
        since,
        own.size(),
        mix.company().map(VoiceView::rounded).orElse(null),
        standing.map(VoiceView.Standing::of).orElse(null),
        standing.map(Voices::verdict).orElse("There is nothing yet to compare."),
        own.stream()
            .skip(Math.max(0, own.size() - MOST_OF_ONE))
            .map(mark -> answer(mark, mix))
            .toList(),
        said(rows.stream().filter(row -> isOf(technician, row.technicianId)).toList()));
  }

  private static boolean isOf(TechnicianCopy technician, UUID id) {
    return technician.id().equals(id);
  }

  private static VoiceView.Answer answer(Mark mark, CaseMix mix) {
    return new VoiceView.Answer(
        mark.at(),
        Rounding.to(2, mark.csat()),
        mark.circumstances(),
        mix.expected(mark.technicianId(), mark.circumstances())
            .map(VoiceView::rounded)
            .orElse(null));
  }

  private static List<VoiceView.Said> said(List<Row> own) {
    List<Row> spoken = own.stream().filter(row -> row.text != null).toList();
    return IntStream.range(0, Math.min(WORDS_SHOWN, spoken.size()))
        .mapToObj(i -> spoken.get(spoken.size() - 1 - i))
        .map(row -> new VoiceView.Said(row.at, row.csat, row.text))
        .toList();
  }

  private static String verdict(CaseMix.Standing standing) {
    String others = "than others get who are sent in the same circumstances";
    if (standing.low() > 0) {
      return "Customers give better marks " + others + ".";
    }
    if (standing.high() < 0) {
      return "Customers give worse marks " + others + ".";
    }
    return "No difference is known from what others get in the same circumstances.";
  }
}
