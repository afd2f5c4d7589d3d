package io.familiarface.jobs.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Lays a technician's training beside what their customers say. */
@ApplicationScoped
class HearingCustomers {
  private static final int COURSES_SHOWN = 100;
  private static final int YEARS_COMPARED = 1;

  private final Technicians technicians;
  private final Trainings trainings;
  private final Neighbours neighbours;
  private final VoiceApi api;
  private final ObjectMapper json;
  private final CompanyCalendar calendar;

  HearingCustomers(
      Technicians technicians,
      Trainings trainings,
      Neighbours neighbours,
      @RestClient VoiceApi api,
      ObjectMapper json,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.trainings = trainings;
    this.neighbours = neighbours;
    this.api = api;
    this.json = json;
    this.calendar = calendar;
  }

  private record Trained(UUID id, String name, List<Training> courses) {}

  /** Feedback-service is asked outside of any transaction. */
  VoiceView of(Ref ref) {
    Trained trained =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Technician technician = technicians.get(ref);
                  return new Trained(
                      technician.id(),
                      technician.name(),
                      trainings.latest(technician.id(), COURSES_SHOWN));
                });
    Optional<Voice> voice = ask(trained.id());
    return new VoiceView(
        trained.id(),
        trained.name(),
        voice.isPresent(),
        voice.isPresent()
            ? null
            : "feedback-service can't be asked now, so what customers say is missing. Ask again in"
                + " a minute.",
        voice.map(Voice::since).orElse(null),
        voice.map(Voice::answers).orElse(null),
        voice.map(Voice::company).orElse(null),
        voice.map(Voice::standing).orElse(null),
        voice.map(Voice::verdict).orElse(null),
        trained.courses().stream().map(training -> course(training, voice)).toList(),
        voice.map(Voice::said).orElse(List.of()));
  }

  private Optional<Voice> ask(UUID technicianId) {
    try {
      return neighbours
          .ask("feedback", CommonProblem.UNAVAILABLE, () -> api.voice(technicianId))
          .map(this::read);
    } catch (HttpProblem e) {
      // What is known here is shown all the same.
      return Optional.empty();
    }
  }

  private Voice read(JsonNode answer) {
    try {
      return json.treeToValue(answer, Voice.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VoiceView.Course course(Training training, Optional<Voice> voice) {
    return new VoiceView.Course(
        TrainingView.of(training),
        voice.map(heard -> VoiceView.Effect.of(effect(training.heldOn, heard))).orElse(null));
  }

  private TrainingEffect effect(LocalDate on, Voice voice) {
    return TrainingEffect.of(
        differences(voice, day -> day.isBefore(on) && !day.isBefore(on.minusYears(YEARS_COMPARED))),
        differences(voice, day -> day.isAfter(on) && !day.isAfter(on.plusYears(YEARS_COMPARED))));
  }

  private List<Double> differences(Voice voice, Predicate<LocalDate> when) {
    return voice.marks().stream()
        .filter(mark -> mark.expected() != null && when.test(calendar.dayOf(mark.at())))
        .map(mark -> mark.csat() - mark.expected().doubleValue())
        .toList();
  }
}
