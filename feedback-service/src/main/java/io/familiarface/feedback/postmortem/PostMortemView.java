package io.familiarface.feedback.postmortem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.complaint.CaseStory;
import io.familiarface.feedback.flag.CustomerFlags.FlagPeriod;
import io.familiarface.feedback.page.TimelineEntry;
import io.familiarface.feedback.page.TimelineView;
import io.familiarface.feedback.report.RiskPoint;
import io.familiarface.risk.state.CustomerStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole story of a customer, and what would have helped. */
@Schema(
    name = "PostMortem",
    description =
        "The whole story of a customer in the order of time, and what would have helped. Of one who"
            + " has not left, the story so far.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PostMortemView(
    TimelineView.Whose customer,
    CustomerStatus standing,
    @Schema(
            description =
                "When the customer left: cancelled or, of one who left without a word, when their"
                    + " agreement had run out and nobody had come for long. Null while they are here.")
        Instant leftAt,
    @Schema(description = "The reason on record.", examples = "TECHNICIAN_CHANGES") String reason,
    Instant from,
    @Schema(description = "When the customer left, or now.") Instant until,
    Summary summary,
    @Schema(description = "The story in sentences.") List<String> findings,
    @Schema(description = "What happened, oldest first; at most the newest 500.")
        List<TimelineEntry> timeline,
    @Schema(description = "The risk after each thing that happened; at most the newest 500.")
        List<RiskPoint> risk,
    List<FlagPeriod> flags,
    @Schema(description = "What was complained of and how it was mended; at most the first 50.")
        List<CaseStory> cases,
    Helped wouldHaveHelped) {

  /** What happened how often, until the customer left. */
  @Schema(name = "PostMortemSummary")
  record Summary(
      int visits,
      @Schema(description = "Different technicians who came.") int faces,
      @Schema(description = "Visits by somebody other than the usual technician.") int changes,
      int missedVisits,
      int promisesMade,
      @Schema(description = "How often a promise was broken.") int promisesBroken,
      int complaints,
      int calls) {}

  /** What would have lowered the risk, by the engine. */
  @Schema(name = "WhatWouldHaveHelped")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Helped(
      @Schema(description = "The probability of leaving as it was at the end.", examples = "0.41")
          BigDecimal probability,
      @Schema(description = "The same, had all of these gone otherwise.", examples = "0.05")
          BigDecimal probabilityWithAll,
      @Schema(description = "What helps most first; at most ten.") List<Help> items,
      @Schema(description = "What these numbers can say.") String note) {}

  /** One thing gone otherwise. */
  @Schema(name = "WouldHaveHelped")
  record Help(
      Counterfactual.Kind kind,
      @Schema(description = "When it went as it went.") Instant at,
      @Schema(description = "The visit, promise or complaint it is about.") UUID subject,
      @Schema(
              examples =
                  "Had Ben Ortiz come on 7 Jul 2026 in place of Carlos Diaz: 22 % instead of 41 %.")
          String text,
      @Schema(description = "The probability at the end, had it gone so.", examples = "0.22")
          BigDecimal probability,
      @Schema(description = "How much lower that is.", examples = "0.19") BigDecimal lower) {}
}
