/**
 * What a customer did that goes too far, what we said to it, and letting somebody go after all that
 * the policy asks for was tried.
 */
package io.familiarface.customers.conduct;
