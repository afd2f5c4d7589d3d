package io.familiarface.standalone.story;

import java.util.UUID;

record Agreement(UUID id, String externalId, Customer customer) {}
