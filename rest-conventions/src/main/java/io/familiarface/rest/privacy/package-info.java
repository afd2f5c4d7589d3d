/**
 * The right of access and the right to erasure: what a service holds of a person, and that it is
 * gone.
 */
package io.familiarface.rest.privacy;
