package io.familiarface.customers.technician;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Looks technicians up around the transaction of an idempotent request, which begins at 900. */
@TechnicianLookedUp
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 800)
class TechnicianLookedUpInterceptor {
  private final TechnicianLookup technicians;

  TechnicianLookedUpInterceptor(TechnicianLookup technicians) {
    this.technicians = technicians;
  }

  @AroundInvoke
  Object lookUp(InvocationContext call) throws Exception {
    for (Object parameter : call.getParameters()) {
      if (parameter instanceof NamesTechnician body) {
        technicians.learn(body);
      }
    }
    return call.proceed();
  }
}
