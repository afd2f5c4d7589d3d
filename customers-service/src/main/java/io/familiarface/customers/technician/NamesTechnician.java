package io.familiarface.customers.technician;

import java.util.UUID;

/** A request body that may point at a technician, by our id or by another system's key. */
public interface NamesTechnician {
  UUID technicianId();

  String technicianExternalId();
}
