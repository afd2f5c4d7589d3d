package io.familiarface.jobs.leavebehind;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a customer says how a visit was, without a login. */
@Schema(name = "LeaveBehindLink")
public record FeedbackLink(URI url, Instant expiresAt) {}
