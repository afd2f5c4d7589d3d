package io.familiarface.customers.interaction;

import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Interaction {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;
  Instant at;

  @Enumerated(EnumType.STRING)
  Channel channel;

  @Enumerated(EnumType.STRING)
  Direction direction;

  @Enumerated(EnumType.STRING)
  Mood mood;

  String heldBy;
  String explained;
  String asked;
  String answered;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> explainedSteps;

  protected Interaction() {}

  static Interaction create(UUID customerId, NewInteraction details, String caller, Instant at) {
    var talk = new Interaction();
    talk.id = Ids.next();
    talk.externalId = details.externalId();
    talk.customerId = customerId;
    talk.at = Instants.toMicros(at);
    talk.channel = details.channel();
    talk.direction = details.direction();
    talk.mood = details.mood();
    talk.heldBy = details.heldBy() == null ? caller : details.heldBy();
    talk.explained = details.explained();
    talk.asked = details.asked();
    talk.answered = details.answered();
    talk.explainedSteps = details.explainedSteps();
    return talk;
  }
}
