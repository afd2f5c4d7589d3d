/** Risk, flags, complaints and scores of a customer: a copy from feedback-service's feed. */
package io.familiarface.customers.feedback;
