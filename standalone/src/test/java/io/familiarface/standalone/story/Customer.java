package io.familiarface.standalone.story;

import java.util.UUID;

record Customer(UUID id, String externalId, String name) {}
