package io.familiarface.standalone.story;

import java.util.UUID;

record Promise(UUID id, Customer customer, Technician technician) {}
