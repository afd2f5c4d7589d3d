package io.familiarface.standalone.story;

import java.util.UUID;

record Technician(UUID id, String externalId, String name) {}
