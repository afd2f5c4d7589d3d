package io.familiarface.customers.photo;

import io.familiarface.customers.CustomersProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The photos of customers. */
@ApplicationScoped
class CustomerPhotos implements PanacheRepositoryBase<CustomerPhoto, UUID> {
  @Transactional
  CustomerPhoto get(UUID customerId) {
    return findByIdOptional(customerId)
        .orElseThrow(
            () ->
                CustomersProblem.NO_PHOTO.because(
                    "There is no photo of this customer. Put one up with PUT /v1/customers/"
                        + customerId
                        + "/photo."));
  }
}
