package io.familiarface.standalone.story;

import java.time.Instant;
import java.util.UUID;

record Visit(UUID id, String externalId, Agreement agreement, Instant at) {}
