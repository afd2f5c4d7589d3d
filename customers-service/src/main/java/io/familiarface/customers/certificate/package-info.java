/** Certificates that a customer redeems, or passes on to whom they recommend us to. */
package io.familiarface.customers.certificate;
