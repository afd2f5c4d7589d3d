package io.familiarface.feedback.complaint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer answered on the page of their case. */
@Schema(name = "CaseAnswer")
record CaseAnswerView(UUID id, Instant at, String words) {}
